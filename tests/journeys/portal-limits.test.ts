import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../foundation/ids.ts";
import { codeFrom, exampleMatter, type PortalUnderTest, startPortal } from "../builders/portal.ts";
import { talkTo } from "../builders/portal-talk.ts";

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.app.close());
beforeEach(() => {
  portal.doors.calls.length = 0;
  portal.log.length = 0;
});

const CODE = codeFrom("26110384726");
const { post, get } = talkTo(() => portal);
function withMatter() {
  const matter = exampleMatter();
  portal.doors.matters.set(matter.id, matter);
  portal.doors.codes.set(CODE, { matterId: matter.id, reporterId: newId(), generation: 1 });
  return matter;
}

describe("limits on guessing", () => {
  beforeEach(() => {
    portal.doors.tries.counts.clear();
    portal.doors.seconds.clear();
  });
  const LINK = "token-of-a-link-0123456";

  test("five wrong tries close a code to digits, wherever they come from; its QR code opens, and other codes do", async () => {
    const matter = withMatter();
    portal.doors.codes.set(LINK, { matterId: matter.id, reporterId: newId(), generation: 1 });
    portal.doors.seconds.set(CODE, "1234");
    const tried = [];
    for (let nth = 0; nth < 7; nth++) tried.push(await post("/f", { code: CODE, second: "9999" }, { from: `10.${nth}.0.1` }));
    expect(tried.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422, 422, 429, 429]);
    const right = await post("/f", { code: CODE, second: "1234" }, { from: "10.99.0.1" });
    expect(right.statusCode).toBe(429);
    for (const words of ["这个编号今天写错太多次了", "扫二维码不受影响", "0375-000 0000"]) expect(right.body).toContain(words);
    expect((await get(`/f/${LINK}`)).headers.location).toBe("/f");
    const other = codeFrom("26110384727");
    portal.doors.codes.set(other, { matterId: matter.id, reporterId: newId(), generation: 1 });
    expect((await post("/f", { code: other }, { from: "10.98.0.1" })).statusCode).toBe(303);
    portal.clock.advance(12 * 3_600_000);
    expect((await post("/f", { code: CODE, second: "1234" }, { from: "10.99.0.1" })).statusCode).toBe(303);
  });

  test("an unknown code is answered and closed just as one that is somebody's", async () => {
    withMatter();
    portal.doors.seconds.set(CODE, "1234");
    const answers = async (code: string) => {
      const all = [];
      for (let nth = 0; nth < 6; nth++) {
        const { statusCode, body } = await post("/f", { code, second: "9999" }, { from: `10.${nth}.0.1` });
        all.push([statusCode, body.replaceAll(code, "")]);
      }
      return all;
    };
    const [known, unknown] = [await answers(CODE), await answers(codeFrom("40000000000"))];
    expect(unknown).toEqual(known);
  });

  test("right ones are not counted: a village behind one address goes on", async () => {
    withMatter();
    portal.doors.seconds.set(CODE, "1234");
    for (let nth = 0; nth < 30; nth++) expect((await post("/f", { code: CODE, second: "1234" })).statusCode).toBe(303);
  });

  test("tries at once are counted before they are looked up", async () => {
    withMatter();
    portal.doors.seconds.set(CODE, "1234");
    const tried = await Promise.all(Array.from({ length: 40 }, () => post("/f", { code: CODE, second: "9999" })));
    expect(tried.filter(({ statusCode }) => statusCode === 422)).toHaveLength(5);
  });

  test("in a storm, networks that tried wrongly wait; whoever did not, and every QR code, goes on, until the cap", async () => {
    const matter = withMatter();
    portal.doors.codes.set(LINK, { matterId: matter.id, reporterId: newId(), generation: 1 });
    const { tries } = portal.doors;
    for (let nth = 0; nth < 1000; nth++) await tries.add("code-all", "");
    expect((await post("/f", { code: codeFrom("50000000000") }, { from: "10.1.1.1" })).statusCode).toBe(422);
    expect((await post("/f", { code: CODE }, { from: "10.1.1.2" })).statusCode).toBe(429);
    expect((await post("/f", { code: CODE }, { from: "10.2.1.1" })).statusCode).toBe(303);
    for (let nth = 0; nth < 4000; nth++) await tries.add("code-all", "");
    expect((await post("/f", { code: CODE }, { from: "10.3.1.1" })).statusCode).toBe(429);
    expect((await get(`/f/${LINK}`)).statusCode).toBe(303);
  });

  test("the four digits are asked right before anything is looked up", async () => {
    withMatter();
    for (const second of ["12", "12三4", "12345"]) {
      const answer = await post("/f", { code: CODE, second });
      expect([answer.statusCode, answer.body.includes("四个数写错了")]).toEqual([422, true]);
    }
    expect(portal.doors.calls).toEqual([]);
  });

  test("the secret of a booklet reaches no log either", async () => {
    const secret = "AAAAAAAAAAAAAAAAAAAAAA";
    expect((await get(`/b/${secret}`)).statusCode).toBe(404);
    expect(portal.log.join("")).toContain('"url":"/b/…"');
    expect(portal.log.join("")).not.toContain(secret);
  });
});
