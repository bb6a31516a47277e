import * as openid from "openid-client";
import { type Database, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { SecretBox } from "../../../../foundation/secret-box.ts";
import type { Clock } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { openStep, takeStep } from "../../store/sign-in-steps.ts";
import { countyOfToken } from "../../store/tokens.ts";
import { signInSettings } from "../../views/sign-in-settings.ts";
import { type Device, type Entrance, enter } from "./open-session.ts";
import { personOutside } from "./outside-accounts.ts";

/** Where the county's own sign-in sends the browser back to, under the desk's own address. */
export const RETURN_PATH = "/api/session/outside/return";

const away = () => new Refusal("teams.outside-away", {}, { status: 503 });

async function clientOf(db: Database, box: SecretBox, county: number): Promise<openid.Configuration> {
  const set = await signInSettings(db, county);
  if (!set.outsideOn) throw new Refusal("teams.outside-off", {}, { status: 404 });
  const issuer = new URL(set.issuer);
  return openid
    .discovery(issuer, set.client, box.open(set.sealedSecret, `${county}/outside`), undefined, {
      timeout: 10,
      ...(issuer.protocol === "http:" && { execute: [openid.allowInsecureRequests] }),
    })
    .catch(() => Promise.reject(away()));
}

/** Begins a sign-in at the county's own: the address to send the browser to (code flow with PKCE, state and nonce), and the step's token. */
export async function goOutside(
  db: Database,
  box: SecretBox,
  county: number,
  origin: string,
  clock: Clock,
): Promise<{ address: URL; token: string }> {
  const client = await clientOf(db, box, county);
  const facts = { verifier: openid.randomPKCECodeVerifier(), state: openid.randomState(), nonce: openid.randomNonce() };
  const token = await withActor(db, doorkeeperOf(county), (tx) =>
    openStep(tx, county, { kind: "outside", person: null, facts }, clock.now()),
  );
  const address = openid.buildAuthorizationUrl(client, {
    redirect_uri: `${origin}${RETURN_PATH}`,
    scope: "openid",
    response_type: "code",
    code_challenge: await openid.calculatePKCECodeChallenge(facts.verifier),
    code_challenge_method: "S256",
    state: facts.state,
    nonce: facts.nonce,
  });
  return { address, token };
}

/** Back from the county's own with nobody here behind that account: its name there, for whoever binds accounts. */
export interface Unbound {
  readonly kind: "unbound";
  readonly token: string;
}

/**
 * Back from the county's own: asks it for the person's token, checks issuer, audience, signature, nonce and state, and lets in the officer
 * whom an administrator bound to that account; it never makes one. Refuses `teams.outside-refused` (401), `teams.sign-in-over` (401).
 */
export async function returnFromOutside(
  db: Database,
  box: SecretBox,
  county: number,
  back: { origin: string; search: string; token: string },
  clock: Clock,
  device: Device,
): Promise<Entrance | Unbound> {
  const now = clock.now();
  const step =
    countyOfToken(back.token) === county
      ? await withActor(db, doorkeeperOf(county), (tx) => takeStep(tx, back.token, "outside", now))
      : undefined;
  if (!step?.facts.state) throw new Refusal("teams.sign-in-over", {}, { status: 401 });
  const client = await clientOf(db, box, county);
  const tokens = await openid
    .authorizationCodeGrant(client, new URL(`${back.origin}${RETURN_PATH}${back.search}`), {
      pkceCodeVerifier: step.facts.verifier!,
      expectedState: step.facts.state,
      expectedNonce: step.facts.nonce!,
      idTokenExpected: true,
    })
    .catch(() => Promise.reject(new Refusal("teams.outside-refused", {}, { status: 401 })));
  const { sub } = tokens.claims()!;
  const person = await personOutside(db, county, (await signInSettings(db, county)).issuer, sub);
  if (person) return enter(db, county, person, device, clock);
  const token = await withActor(db, doorkeeperOf(county), (tx) =>
    openStep(tx, county, { kind: "outside", person: null, facts: { unbound: sub } }, now),
  );
  return { kind: "unbound", token };
}
