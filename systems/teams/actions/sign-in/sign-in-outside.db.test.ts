import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "../../../../foundation/time/index.ts";
import { testDatabase } from "../../../../tests/database.ts";
import { arranger, COUNTY, letIn, seed, testBox } from "../../county.fixture.ts";
import { personIdOf, seedTeams } from "../../index.ts";
import { codesOf } from "../../store/authenticators.ts";
import { signInSettings } from "../../views/sign-in-settings.ts";
import { keepSignInSettings } from "./keep-sign-in-settings.ts";
import { NO_DEVICE } from "./open-session.ts";
import { bindOutsideAccount } from "./outside-accounts.ts";
import { beginAuthenticator, confirmAuthenticator } from "./set-up-authenticator.ts";
import { goOutside, RETURN_PATH, returnFromOutside } from "./sign-in-outside.ts";

const { db } = testDatabase();
const clock = fixedClock(new Date());
const ORIGIN = "https://desk.linli.test";
const SECRET = "a secret of forty characters for the client";
let issuer = "";
let server: Server;

/** A provider of the county's own kind: whoever types a name is that account. */
beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
  server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const provider = new Provider(issuer, {
    clients: [{ client_id: "linli", client_secret: SECRET, redirect_uris: [`${ORIGIN}${RETURN_PATH}`] }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: "sig", alg: "RS256" }] },
    cookies: { keys: ["a key of the test"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    pkce: { required: () => true },
  });
  server.on("request", provider.callback());
});
afterAll(() => new Promise<void>((done) => void server.close(() => done())));

const settings = () => ({
  idleMinutes: 15,
  outsideOn: true,
  outsideName: "县统一身份认证",
  outsideEnglishName: "County sign-in",
  issuer,
  client: "linli",
});
const turnOn = async (more: object = {}) =>
  keepSignInSettings(db, testBox, arranger(), {
    ...settings(),
    secret: SECRET,
    baseVersion: (await signInSettings(db, COUNTY)).version,
    ...more,
  });
const go = () => goOutside(db, testBox, COUNTY, ORIGIN, clock);
const back = (search: string, token: string) =>
  returnFromOutside(db, testBox, COUNTY, { origin: ORIGIN, search, token }, clock, NO_DEVICE);

/** The person's browser at the provider: follows its pages, types the name, agrees; answers with what comes back to the desk. */
async function signInThere(address: URL, account: string): Promise<string> {
  const jar = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>) => {
    const answer = await fetch(url, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";", 1);
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return answer;
  };
  let answer = await ask(address.href);
  for (let step = 0; step < 12; step += 1) {
    const next = answer.headers.get("location");
    if (next?.startsWith(ORIGIN)) return new URL(next).search;
    if (next) {
      answer = await ask(new URL(next, issuer).href);
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`the provider stopped at ${answer.status}: ${page.slice(0, 300)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "login";
    answer = await ask(new URL(action, issuer).href, { prompt, login: account, password: "any" });
  }
  throw new Error("the provider never came back");
}

describe("the county's own sign-in", () => {
  it("is off until somebody switches it on", async () => {
    expect((await signInSettings(db, COUNTY)).outsideOn).toBe(false);
    await expect(go()).rejects.toMatchObject({ code: "teams.outside-off" });
  });

  it("is switched on with an encrypted issuer and everything filled in; the client's secret is kept sealed", async () => {
    for (const address of [
      "http://idp.example",
      "ftp://127.0.0.1",
      "https://idp.example/?a=b",
      "https://me@idp.example",
      "no address",
    ])
      await expect(turnOn({ issuer: address })).rejects.toMatchObject({ code: "teams.issuer-unfit" });
    await expect(turnOn({ client: "" })).rejects.toMatchObject({ code: "teams.outside-incomplete" });
    await turnOn();
    const kept = await signInSettings(db, COUNTY);
    expect(kept.sealedSecret).not.toContain("forty");
    await expect(turnOn({ baseVersion: 0 })).rejects.toMatchObject({ code: "teams.settings-changed" });
  });

  it("lets in the officer bound to the account, and nobody else; it makes no officer", async () => {
    const first = await go();
    expect(Object.fromEntries(first.address.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      scope: "openid",
      redirect_uri: `${ORIGIN}${RETURN_PATH}`,
    });
    expect(await back(await signInThere(first.address, "official-7"), first.token)).toMatchObject({ kind: "unbound" });

    await expect(
      bindOutsideAccount(db, { ...arranger(), person: personIdOf(COUNTY, "clerk") }, personIdOf(COUNTY, "clerk"), "official-7"),
    ).rejects.toMatchObject({ code: "teams.reset-by-another" });
    await bindOutsideAccount(db, arranger(), personIdOf(COUNTY, "clerk"), "official-7");
    await expect(bindOutsideAccount(db, arranger(), personIdOf(COUNTY, "two"), "official-7")).rejects.toMatchObject({
      code: "teams.already-taken",
    });
    const second = await go();
    const entrance = await back(await signInThere(second.address, "official-7"), second.token);
    expect(entrance).toMatchObject({ kind: "in", me: { signInName: "clerk", factors: 1 } });
  });

  it("takes each answer once, in the browser that asked, and none with another state or a code of someone else", async () => {
    const one = await go();
    const search = await signInThere(one.address, "official-7");
    const other = await go();
    await expect(back(search, other.token)).rejects.toMatchObject({ code: "teams.outside-refused" });
    await expect(back(search, `${COUNTY}.${"a".repeat(43)}`)).rejects.toMatchObject({ code: "teams.sign-in-over" });
    const third = await go();
    const forged = new URLSearchParams(await signInThere(third.address, "official-7"));
    forged.set("state", "made-up");
    await expect(back(`?${forged}`, third.token)).rejects.toMatchObject({ code: "teams.outside-refused" });
    const fourth = await go();
    const good = await signInThere(fourth.address, "official-7");
    expect(await back(good, fourth.token)).toMatchObject({ kind: "in" });
    await expect(back(good, fourth.token)).rejects.toMatchObject({ code: "teams.sign-in-over" });
  });

  it("asks for the second factor of whoever has set one up here", async () => {
    const lead = await letIn(db, "lead", "lead-pass-1234", clock);
    const { secret } = await beginAuthenticator(db, testBox, lead, clock);
    await confirmAuthenticator(db, testBox, lead, codesOf(secret).generate({ timestamp: clock.now().getTime() }), clock);
    await bindOutsideAccount(db, arranger(), personIdOf(COUNTY, "lead"), "official-1");
    const asked = await go();
    expect(await back(await signInThere(asked.address, "official-1"), asked.token)).toMatchObject({
      kind: "on the way",
      ways: ["authenticator", "spare code"],
    });
  });

  it("says so when it is away", async () => {
    await turnOn({ issuer: "http://127.0.0.1:9" });
    await expect(go()).rejects.toMatchObject({ code: "teams.outside-away", status: 503 });
  });
});
