import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { portalStyle } from "../../systems/matters/portal/style.ts";
import { codeFrom, exampleMatter, type PortalUnderTest, startPortal } from "../builders/portal.ts";
import { talkTo } from "../builders/portal-talk.ts";

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.app.close());
beforeEach(() => {
  portal.doors.fails = {};
  portal.doors.calls.length = 0;
  portal.log.length = 0;
});

const CODE = codeFrom("26110384726");
const { post, get, cookieOf } = talkTo(() => portal);
function withMatter(changes = {}) {
  const matter = exampleMatter(changes);
  portal.doors.matters.set(matter.id, matter);
  portal.doors.codes.set(CODE, { matterId: matter.id, reporterId: newId(), generation: 1 });
  return matter;
}
const enter = async () => cookieOf(await post("/f", { code: CODE }));

describe("headers", () => {
  test("no script may run, nothing is framed, nothing is told to others", async () => {
    const answer = await get("/");
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain("script-src");
    expect(policy).not.toContain("unsafe");
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
  });

  test("what is personal is never kept; what is being written is kept by the browser's history alone", async () => {
    withMatter();
    const cookie = await enter();
    for (const url of ["/f", "/f/withdraw", "/receipt"])
      expect((await get(url, cookie)).headers["cache-control"], url).toBe("no-store");
    expect((await get("/say")).headers["cache-control"]).toBe("private, no-cache");
    expect((await get("/")).headers["cache-control"]).toBe("no-cache");
  });

  test("the style sheet is kept for a year, and its address is its content's", async () => {
    const home = await get("/");
    const style = /href="(\/portal\.[0-9a-f]{10}\.css)"/.exec(home.body)?.[1] ?? "";
    const answer = await get(style);
    expect(answer.headers["cache-control"]).toContain("immutable");
    expect(answer.body).toBe(portalStyle);
  });

  test("pages are compressed where the browser takes it", async () => {
    const answer = await portal.app.inject({ method: "GET", url: "/say", headers: { "accept-encoding": "gzip, br" } });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(answer.rawPayload).toString()).toContain("说一件事");
  });

  test("the cookie of a stay cannot be read by scripts, nor sent from elsewhere, nor over an open line where the site is on TLS", async () => {
    withMatter();
    const answer = await post("/f", { code: CODE }, { headers: { "x-forwarded-proto": "https" } });
    const stay = answer.cookies.find(({ name }) => name === "__Host-linli_stay");
    expect(stay).toMatchObject({ httpOnly: true, sameSite: "Lax", secure: true, maxAge: 3600, path: "/" });
    expect(stay).not.toHaveProperty("domain");
    expect(Buffer.from(stay?.value ?? "", "base64url").toString("latin1")).not.toContain(exampleMatter().id);
  });
});

describe("forms from elsewhere", () => {
  test.each([
    [{ "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    [{ "sec-fetch-site": "same-site", origin: "null" }],
    [{ origin: "https://evil.example" }],
  ])("%j is not taken", async (headers) => {
    const answer = await post("/f", { code: CODE }, { headers: headers as Record<string, string> });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain("不是从本网站的页面上按的");
    expect(portal.doors.calls).toEqual([]);
  });

  test.each([
    [{ "sec-fetch-site": "same-origin", origin: "null" }],
    [{ origin: "null" }],
    [{ origin: "http://localhost:80" }],
    [{}],
  ])("%j is", async (headers) => {
    withMatter();
    expect((await post("/f", { code: CODE }, { headers: headers as Record<string, string> })).statusCode).toBe(303);
  });
});

describe("the code", () => {
  test("a mistyped one is caught before anything is looked up, in words that say which mistake", async () => {
    withMatter();
    for (const [typed, words] of [
      ["", "请写编号"],
      ["2611 0384", "您写了 8 位"],
      ["2611 0384 726x", "只有数字"],
      ["2611 0384 7267", "有一位写错了"],
    ] as const) {
      const answer = await post("/f", { code: typed });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain("<title>错误：");
      expect(answer.body.split(words).length, typed).toBe(3);
    }
    expect(portal.doors.calls).toEqual([]);
  });

  test("it is taken as people type it, and never stands in an address", async () => {
    withMatter();
    for (const typed of [
      CODE,
      CODE.replace(/(.{4})/g, "$1 "),
      CODE.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      CODE.replace(/(.{4})(.{4})/, "$1－$2-"),
    ]) {
      const answer = await post("/f", { code: typed });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, "/f"]);
    }
  });

  test("a wrong one gets one answer whatever the reason, and after twenty this part of the network waits", async () => {
    withMatter();
    const wrong = Array.from({ length: 22 }, (_none, index) => codeFrom(String(30_000_000_000 + index)));
    const answers = [];
    for (const [index, code] of wrong.entries()) answers.push(await post("/f", { code }, { from: `203.0.113.${index}` }));
    expect(
      new Set(answers.slice(0, 20).map(({ statusCode, body }) => `${statusCode}${body.replace(/value="\d*"/g, "")}`)).size,
    ).toBe(1);
    expect(answers.slice(20).map(({ statusCode }) => statusCode)).toEqual([429, 429]);
    expect((await post("/f", { code: CODE }, { from: "203.0.113.200" })).statusCode).toBe(429);
    expect((await post("/f", { code: CODE }, { from: "203.0.114.1" })).statusCode).toBe(303);
    portal.clock.advance(16 * 60_000);
    expect((await post("/f", { code: CODE }, { from: "203.0.113.200" })).statusCode).toBe(303);
  });

  test("neither code, link, name, number, address nor words reach the log", async () => {
    const matter = withMatter();
    portal.doors.codes.set("token-of-a-link-0123456", { matterId: matter.id, reporterId: newId(), generation: 1 });
    await post("/f", { code: CODE }, { from: "203.0.115.77" });
    expect((await get("/f/token-of-a-link-0123456")).statusCode).toBe(303);
    const cookie = await enter();
    await post("/f/add", { command: newId(), matter: matter.id, version: "4", note: "补充的秘密" }, { cookie });
    const log = portal.log.join("");
    expect(log).toContain('"url":"/f/…"');
    for (const secret of [CODE, "token-of-a-link", "补充的秘密", "203.0.115"]) expect(log).not.toContain(secret);
  });
});

describe("a stay", () => {
  test("ends after an hour without a page; what was being written comes back to be copied", async () => {
    const matter = withMatter();
    const cookie = await enter();
    portal.clock.advance(61 * 60_000);
    const answer = await post("/f/add", { command: newId(), matter: matter.id, version: "4", note: "灯又不亮了" }, { cookie });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain("请再输一次编号");
    expect(answer.body).toContain("灯又不亮了");
    expect(portal.doors.calls.filter(({ door }) => door === "actOnMatter")).toEqual([]);
  });

  test("a form of one matter never acts on another that was opened beside it", async () => {
    withMatter();
    const cookie = await enter();
    const answer = await post("/f/withdraw", { command: newId(), matter: newId(), version: "4" }, { cookie });
    expect(answer.statusCode).toBe(403);
  });

  test("a changed cookie opens nothing", async () => {
    withMatter();
    const cookie = (await enter()).replace(/.{3}$/, "AAA");
    expect((await get("/f", cookie)).body).toContain("查进度");
  });
});

describe("acts", () => {
  test("words added while an officer worked are taken on the new version; a withdrawal asks again", async () => {
    const matter = withMatter({ version: 7 });
    const cookie = await enter();
    const added = await post("/f/add", { command: newId(), matter: matter.id, version: "4", note: "还有一盏" }, { cookie });
    expect(added.headers.location).toBe("/f?done=supplement");
    const withdrawn = await post(
      "/f/withdraw",
      { command: newId(), matter: matter.id, version: "4", reason: "不用了" },
      { cookie },
    );
    expect(withdrawn.statusCode).toBe(409);
    expect(withdrawn.body).toContain("有新进展");
    expect(portal.doors.matters.get(matter.id)?.state).toBe("handling");
  });

  test("a rating needs one of five words; the reason stays where it was written", async () => {
    const matter = withMatter({ state: "closed", may: ["rate"] });
    const cookie = await enter();
    const answer = await post("/f/rate", { command: newId(), matter: matter.id, version: "4", why: "来得快" }, { cookie });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("来得快");
    expect(
      (await post("/f/rate", { command: newId(), matter: matter.id, version: "4", rating: "satisfied" }, { cookie })).statusCode,
    ).toBe(303);
    expect((await get("/f", cookie)).body).toContain("您上次说：满意");
  });

  test("urging stands on the page only where it may be done", async () => {
    withMatter();
    expect((await get("/f", await enter())).body).not.toContain('action="/f/urge"');
    withMatter({ may: ["urge"] });
    expect((await get("/f", await enter())).body).toContain('action="/f/urge"');
  });
});

describe("what goes wrong", () => {
  const sent = () => ({ command: newId(), matter: newId(), what: "路灯不亮", where: "村口", step: "check" });

  test("a database that is away: 503, when to try again, whom to call, its style inside", async () => {
    portal.doors.fails.receiveMatter = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1"), { code: "ECONNREFUSED" });
    const fields = sent();
    const answer = await post("/say/submit", fields);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["retry-after"]).toBe("600");
    for (const words of ["这会儿用不了", "0375-000 0000", "<style>", "也只算一件"]) expect(answer.body).toContain(words);
    portal.doors.fails = {};
    expect((await post("/say/submit", fields)).headers.location).toBe("/receipt");
  });

  test("a fault: a number to say over the telephone, and not a word of what was typed in the log", async () => {
    portal.doors.fails.receiveMatter = new Error("路灯不亮 in a message");
    const answer = await post("/say/submit", sent());
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toMatch(/报|说这个号/);
    expect(portal.log.join("")).toContain("portal fault");
    expect(portal.log.join("")).not.toContain("路灯不亮");
  });

  test("a rule's no is a page, not a fault", async () => {
    portal.doors.fails.receiveMatter = new Refusal("matters.anything");
    const answer = await post("/say/submit", sent());
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([422, "no-store"]);
    expect(answer.body).toContain("这一步没有收下");
    expect(answer.body).toContain("这一步办不了（matters.anything）");
  });

  test("an unknown page and an unknown link explain themselves", async () => {
    expect((await get("/nothing")).statusCode).toBe(404);
    expect((await get("/nothing")).body).toContain("没有这一页");
    expect((await get("/f/unknown-unknown-unknown")).body).toContain("这个二维码或链接查不到");
  });

  test("a view comes back to this site alone", async () => {
    for (const back of ["//evil.example", "https://evil.example", "/\\evil.example"])
      expect((await get(`/view?to=large&back=${encodeURIComponent(back)}`)).headers.location).toBe("/");
  });

  test("pictures that are none of ours cannot be smuggled in", async () => {
    await post("/say/submit", {
      ...sent(),
      kept: `${Buffer.from(JSON.stringify({ id: newId(), name: "x", size: 1 })).toString("base64url")}.AAAAAAAAAAAAAAAAAAAAAA`,
    });
    expect(portal.doors.calls.find(({ door }) => door === "receiveMatter")?.input).toMatchObject({ files: [] });
  });
});

describe("what is written", () => {
  const written = (fields: Record<string, string>) =>
    post("/say", { command: newId(), matter: newId(), what: "路灯不亮", where: "村口", step: "form", ...fields });

  test("too long, too short, nowhere: each in its own words, with everything kept", async () => {
    for (const [fields, words] of [
      [{ what: "" }, "请写出了什么事"],
      [{ what: "长".repeat(20_001) }, "您写了 20001 个字，最多 20000 个字"],
      [{ where: "" }, "请选乡镇，或者写地方"],
      [{ phone: "138 0000 000" }, "您写了 10 位，应该是 11 位"],
      [{ phone: "138O0000000" }, "不是数字的字"],
      [{ proxy: "yes" }, "请写您是他的什么人"],
    ] as const) {
      const answer = await written(fields);
      expect(answer.statusCode, words).toBe(422);
      expect(answer.body.split(words).length, words).toBe(3);
    }
  });

  test("a telephone that is not told is not asked right; one that is, is sent as digits", async () => {
    expect((await written({ phone: "12", secrecy: "nameless" })).body).toContain("请您核对一遍");
    await post("/say/submit", {
      command: newId(),
      matter: newId(),
      what: "路灯不亮",
      where: "村口",
      phone: "+86 １３８ 0000-0000",
      name: "示例",
      secrecy: "nameless",
    });
    await post("/say/submit", {
      command: newId(),
      matter: newId(),
      what: "路灯不亮",
      where: "村口",
      phone: "+86 １３８ 0000-0000",
      name: "示例",
      person: "某某",
      quiet: "yes",
    });
    const [nameless, sealed] = portal.doors.calls
      .filter(({ door }) => door === "receiveMatter")
      .map(({ input }) => input as { reporter: object; complainedAbout?: object });
    expect(nameless?.reporter).toEqual({
      name: undefined,
      phone: undefined,
      wantsSecrecy: true,
      quiet: true,
      enteredFor: undefined,
    });
    expect(sealed?.reporter).toMatchObject({ name: "示例", phone: "13800000000", wantsSecrecy: true, quiet: true });
    expect(sealed?.complainedAbout).toEqual({ unitId: undefined, words: "某某" });
  });

  test("words are shown as words, whatever they look like", async () => {
    const answer = await written({ what: `</textarea><script>alert("x")</script>`, where: `"><img src=x>` });
    expect(answer.body).not.toContain("<script");
    expect(answer.body).not.toContain("<img");
    expect(answer.body).toContain("&lt;script&gt;");
  });

  test("a change of view keeps what is being written, on the form and on the check page", async () => {
    for (const step of ["form", "check"]) {
      const answer = await written({ step, view: "largest" });
      expect(answer.body).toContain('class="s3"');
      expect(answer.body).toContain("路灯不亮");
      expect(answer.body.includes("请您核对一遍")).toBe(step === "check");
    }
  });
});
