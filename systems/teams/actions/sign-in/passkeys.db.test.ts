import { createHash, generateKeyPairSync, sign } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { newId } from "../../../../foundation/ids.ts";
import { fixedClock } from "../../../../foundation/time/index.ts";
import { testDatabase } from "../../../../tests/database.ts";
import { COUNTY, seed } from "../../county.fixture.ts";
import { personIdOf, seedTeams } from "../../index.ts";
import { askForPasskey, personOfPasskey } from "./passkeys.ts";

const { db, ownerUrl } = testDatabase();
const clock = fixedClock("2026-11-23T09:00:00+08:00");
const later = fixedClock("2026-11-23T09:06:00+08:00");
const HERE = { origin: "https://linli.example", host: "linli.example" };
const LEAD = personIdOf(COUNTY, "lead");
const refused = { code: "teams.passkey-refused" };
const over = { code: "teams.sign-in-over", status: 401 };
const credential = Buffer.from("a key of a test").toString("base64url");
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
  const { x, y } = publicKey.export({ format: "jwk" });
  // COSE: EC2, ES256, P-256
  const cose = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x!, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y!, "base64url"),
  ]);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    "insert into teams.passkeys (county_code, id, person_id, credential, public_key, uses, host, name, since) values ($1, $2, $3, $4, $5, 5, $6, '示例', '2026-11-01')",
    [COUNTY, newId(), LEAD, credential, cose, HERE.host],
  );
  await owner.end();
});

interface Said {
  readonly challenge: string;
  readonly origin?: string;
  readonly host?: string;
  /** The finger or number that opens the key was asked. */
  readonly verified?: boolean;
  readonly uses?: number;
  readonly id?: string;
  readonly spoilt?: boolean;
}
let uses = 5;
/** What a browser's authenticator answers. */
function answer({ challenge, origin = HERE.origin, host = HERE.host, verified = true, id = credential, spoilt, ...said }: Said) {
  uses += 1;
  const client = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge, origin, crossOrigin: false }));
  const count = Buffer.alloc(4);
  count.writeUInt32BE(said.uses ?? uses);
  const authenticatorData = Buffer.concat([sha256(host), Buffer.from([verified ? 0x05 : 0x01]), count]);
  const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(client)]), privateKey);
  if (spoilt) signature[signature.length - 1]! ^= 1;
  return {
    id,
    rawId: id,
    type: "public-key",
    clientExtensionResults: {},
    response: {
      clientDataJSON: client.toString("base64url"),
      authenticatorData: authenticatorData.toString("base64url"),
      signature: signature.toString("base64url"),
    },
  };
}
const ask = (person: string | null = null) => askForPasskey(db, COUNTY, HERE, person, clock);
async function tried(said: Partial<Said>, person: string | null = null) {
  const { question, token } = await ask(person);
  return personOfPasskey(db, COUNTY, HERE, token, answer({ challenge: question.challenge, ...said }), clock);
}

it("opens to its owner, and each question is answered once, by whoever was asked, within its minutes", async () => {
  expect(await tried({})).toBe(LEAD);
  expect(await tried({}, LEAD)).toBe(LEAD);
  const { question, token } = await ask();
  const given = answer({ challenge: question.challenge });
  expect(await personOfPasskey(db, COUNTY, HERE, token, given, clock)).toBe(LEAD);
  await expect(personOfPasskey(db, COUNTY, HERE, token, given, clock)).rejects.toMatchObject(over);
  const slow = await ask();
  const late = answer({ challenge: slow.question.challenge });
  await expect(personOfPasskey(db, COUNTY, HERE, slow.token, late, later)).rejects.toMatchObject(over);
  await expect(personOfPasskey(db, COUNTY, HERE, "made up", late, clock)).rejects.toMatchObject(over);
});

it.each([
  ["signed for another page", { origin: "https://linli.example.evil" }],
  ["made for another host", { host: "evil.example" }],
  ["signed to another question", { challenge: Buffer.from("another question").toString("base64url") }],
  ["whose signature was changed", { spoilt: true }],
  ["without the finger or number that opens it", { verified: false }],
  ["whose counter runs behind, as a copy's does", { uses: 1 }],
  ["that nobody here has", { id: Buffer.from("nobody's").toString("base64url") }],
] as [string, Partial<Said>][])("refuses a passkey %s", async (_, said) => {
  await expect(tried(said)).rejects.toMatchObject(refused);
});

it("refuses the key of one officer where another was asked, or under another of the desk's names", async () => {
  await expect(tried({}, personIdOf(COUNTY, "clerk"))).rejects.toMatchObject(refused);
  const { question, token } = await ask();
  const elsewhere = { origin: "https://other.example", host: "other.example" };
  const given = answer({ challenge: question.challenge, ...elsewhere });
  await expect(personOfPasskey(db, COUNTY, elsewhere, token, given, clock)).rejects.toMatchObject(refused);
});

it("is not offered at an address of figures", async () => {
  const figures = { origin: "https://192.168.1.2", host: "192.168.1.2" };
  await expect(askForPasskey(db, COUNTY, figures, null, clock)).rejects.toMatchObject({ code: "teams.passkey-needs-a-name" });
});
