import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { type Database, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { SecretBox } from "../../../../foundation/secret-box.ts";
import { type Clock, dayOf } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { forgetSessions } from "../../store/session-memory.ts";
import { openStep, type Step, takeStep } from "../../store/sign-in-steps.ts";
import { countyOfToken } from "../../store/tokens.ts";
import type { SignedIn } from "../../views/actor.ts";
import { factorAdded, mayChangeFactors } from "./set-up-authenticator.ts";

/** Under which address the desk is open: passkeys belong to it, and nothing signed elsewhere is taken. */
export interface Address {
  /** e.g. https://linli.example */
  readonly origin: string;
  /** Without port. Passkeys want a name: an address of numbers has none. */
  readonly host: string;
}
export const passkeysWorkAt = ({ host }: Address): boolean => !/^[\d.]+$|:|^\[/.test(host);

interface PasskeyRow {
  id: string;
  person_id: string;
  credential: string;
  public_key: Buffer;
  uses: number;
  transports: string[];
  host: string;
}

const refused = () => new Refusal("teams.passkey-refused");

async function takeQuestion(
  tx: Tx,
  county: number,
  token: string,
  kind: Step["kind"],
  now: Date,
): Promise<Step & { challenge: string }> {
  const step = countyOfToken(token) === county ? await takeStep(tx, token, kind, now) : undefined;
  if (!step?.facts.challenge) throw new Refusal("teams.sign-in-over", {}, { status: 401 });
  return { ...step, challenge: step.facts.challenge };
}

/** What a passkey has to sign; `person` narrows it to theirs. The token of the step goes to the browser. */
export async function askForPasskey(
  db: Database,
  county: number,
  address: Address,
  person: string | null,
  clock: Clock,
): Promise<{ question: PublicKeyCredentialRequestOptionsJSON; token: string }> {
  if (!passkeysWorkAt(address)) throw new Refusal("teams.passkey-needs-a-name");
  return withActor(db, doorkeeperOf(county), async (tx) => {
    const own = person
      ? await tx.query<PasskeyRow>("select * from teams.passkeys where county_code = $1 and person_id = $2 and host = $3", [
          county,
          person,
          address.host,
        ])
      : undefined;
    const question = await generateAuthenticationOptions({
      rpID: address.host,
      userVerification: "required",
      allowCredentials: own?.rows.map((row) => ({ id: row.credential, transports: row.transports as never })) ?? [],
    });
    const token = await openStep(tx, county, { kind: "passkey", person, facts: { challenge: question.challenge } }, clock.now());
    return { question, token };
  });
}

/**
 * Whose passkey answered: both factors in one, the key and the finger or number that opens it. Each question is answered once. Refuses
 * `teams.passkey-refused` (422), `teams.sign-in-over` (401).
 */
export async function personOfPasskey(
  db: Database,
  county: number,
  address: Address,
  token: string,
  answer: unknown,
  clock: Clock,
): Promise<string> {
  const response = answer as AuthenticationResponseJSON;
  const step = await withActor(db, doorkeeperOf(county), (tx) => takeQuestion(tx, county, token, "passkey", clock.now()));
  return withActor(db, doorkeeperOf(county), async (tx) => {
    const found = await tx.query<PasskeyRow>(
      `select passkey.* from teams.passkeys as passkey
       join teams.people as person on person.county_code = passkey.county_code and person.id = passkey.person_id
       where passkey.county_code = $1 and passkey.credential = $2 and not person.disabled for update of passkey`,
      [county, response.id],
    );
    const row = found.rows[0];
    if (!row || (step.person && step.person !== row.person_id) || row.host !== address.host) throw refused();
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: step.challenge,
      expectedOrigin: address.origin,
      expectedRPID: address.host,
      requireUserVerification: true,
      credential: {
        id: row.credential,
        publicKey: new Uint8Array(row.public_key),
        counter: row.uses,
        transports: row.transports as never,
      },
    }).catch(() => undefined);
    if (!verified?.verified) throw refused();
    await tx.query("update teams.passkeys set uses = $3 where county_code = $1 and id = $2", [
      county,
      row.id,
      verified.authenticationInfo.newCounter,
    ]);
    return row.person_id;
  });
}

/** Begins to set a passkey up: what the browser's authenticator has to make, and the step's token. */
export async function beginPasskey(
  db: Database,
  signedIn: SignedIn,
  address: Address,
  clock: Clock,
): Promise<{ question: PublicKeyCredentialCreationOptionsJSON; token: string }> {
  if (!passkeysWorkAt(address)) throw new Refusal("teams.passkey-needs-a-name");
  const { county, person } = signedIn.actor;
  return withActor(db, doorkeeperOf(county), async (tx) => {
    await mayChangeFactors(tx, signedIn);
    const own = await tx.query<{ credential: string }>(
      "select credential from teams.passkeys where county_code = $1 and person_id = $2",
      [county, person],
    );
    const question = await generateRegistrationOptions({
      rpName: "邻里 Linli",
      rpID: address.host,
      userName: signedIn.me.signInName,
      userDisplayName: signedIn.me.name,
      userID: new TextEncoder().encode(person),
      attestationType: "none",
      excludeCredentials: own.rows.map((row) => ({ id: row.credential })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const facts = { challenge: question.challenge };
    const token = await openStep(tx, county, { kind: "new passkey", person: person!, facts }, clock.now());
    return { question, token };
  });
}

/** Sets the passkey up. Answers the session's new token. */
export async function addPasskey(
  db: Database,
  box: SecretBox,
  signedIn: SignedIn,
  address: Address,
  given: { token: string; name: string; answer: unknown },
  clock: Clock,
): Promise<{ token: string; spareCodes: string[] | null }> {
  const { county, person } = signedIn.actor;
  const now = clock.now();
  const step = await withActor(db, doorkeeperOf(county), (tx) => takeQuestion(tx, county, given.token, "new passkey", now));
  if (step.person !== person) throw refused();
  const verified = await verifyRegistrationResponse({
    response: given.answer as RegistrationResponseJSON,
    expectedChallenge: step.challenge,
    expectedOrigin: address.origin,
    expectedRPID: address.host,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified || !verified.registrationInfo) throw refused();
  const { credential } = verified.registrationInfo;
  const added = await withActor(db, doorkeeperOf(county), async (tx) => {
    const first = await mayChangeFactors(tx, signedIn);
    await tx.query(
      `insert into teams.passkeys (county_code, id, person_id, credential, public_key, uses, transports, host, name, since)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        county,
        newId(),
        person,
        credential.id,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
        address.host,
        given.name,
        dayOf(now),
      ],
    );
    return factorAdded(tx, box, signedIn, first, now);
  });
  forgetSessions(db);
  return added;
}
