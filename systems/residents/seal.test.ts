import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newId } from "../../foundation/ids.ts";
import { makeReporter, makeSealer, newCode, newHandle, newKeyFile, newLink, readKeyFile, withNextIdentityKey } from "./index.ts";
import { checkCode } from "./rules/code.ts";

const file = newKeyFile();
const sealer = makeSealer(readKeyFile(file));
const [matter, reporter, other] = [newId(), newId(), newId()];
const identity = { name: "示例人", phone: "13800000000", address: "示例村一组" };
const row = (sealed: { sealed: Buffer | null; keyVersion: number }) => ({ sealed: sealed.sealed, keyVersion: sealed.keyVersion });
const key = (sealed: { newKey: Buffer | null; keyVersion: number }) => ({
  wrapped: sealed.newKey,
  keyVersion: sealed.keyVersion,
});

describe("a sealed identity", () => {
  const sealed = sealer.seal(matter, reporter, identity);
  test("opens to what was told", () => expect(sealer.open(matter, reporter, row(sealed), key(sealed))).toEqual(identity));
  test("shows nothing of it, and is another each time", () => {
    const bytes = (sealed.sealed as Buffer).toString("latin1");
    for (const text of Object.values(identity)) expect(bytes).not.toContain(Buffer.from(text).toString("latin1"));
    expect(sealer.seal(matter, reporter, identity).sealed).not.toEqual(sealed.sealed);
  });
  test("does not open in another row, under another matter's key or with a bit changed", () => {
    expect(() => sealer.open(matter, other, row(sealed), key(sealed))).toThrow();
    expect(() => sealer.open(other, reporter, row(sealed), key(sealed))).toThrow();
    expect(() => sealer.open(matter, reporter, row(sealed), key(sealer.seal(matter, reporter, identity)))).toThrow();
    for (const at of [0, 1, 13, 29, (sealed.sealed as Buffer).length - 1]) {
      const changed = Buffer.from(sealed.sealed as Buffer);
      changed[at]! ^= 1;
      expect(() => sealer.open(matter, reporter, { ...row(sealed), sealed: changed }, key(sealed))).toThrow();
    }
    expect(() =>
      sealer.open(matter, reporter, { ...row(sealed), sealed: (sealed.sealed as Buffer).subarray(0, 20) }, key(sealed)),
    ).toThrow("unknown algorithm");
  });
  test("does not open with another key file", () =>
    expect(() => makeSealer(readKeyFile(newKeyFile())).open(matter, reporter, row(sealed), key(sealed))).toThrow());
  test("is gone with its key", () => {
    expect(sealer.open(matter, reporter, row(sealed), { wrapped: null, keyVersion: 1 })).toBeUndefined();
    expect(() => sealer.seal(matter, other, identity, { wrapped: null, keyVersion: 1 })).toThrow("destroyed");
  });
  test("of a second reporter lies under the same data key", () => {
    const second = sealer.seal(matter, other, { phone: "13900000000" }, key(sealed));
    expect(second.newKey).toBeNull();
    expect(sealer.open(matter, other, row(second), key(sealed))).toEqual({ phone: "13900000000" });
  });
  test("that tells nothing needs no key", () =>
    expect(sealer.seal(matter, reporter, { name: "", phone: undefined })).toMatchObject({ sealed: null, newKey: null }));
});

describe("what an earlier version sealed", () => {
  // rows of a county set up before keys were derived, under a key file of that day
  const keys = { version: 1, identity: Buffer.alloc(32, 7), lookup: Buffer.alloc(32, 9) };
  const [oldMatter, oldReporter] = ["01990000-0000-7000-8000-000000000001", "01990000-0000-7000-8000-000000000002"];
  const sealed = Buffer.from(
    "016849590035491fcb69b7b13e7a7a13ae6cb009ae409d82f052f970967206f48b21277ec938f954c9346a13be0b5c435dd947175679d60c2f6b39f89f81aad23e4247e045f74006a670689d7d7ce467ef32e67ff4d8a7d752b941569a22a271979dba",
    "hex",
  );
  const wrapped = Buffer.from(
    "0129565ef2962ed4b4a68a5f879472db5640319bb258a4d803f726df6baecc2532189dd0dfb4d9f3f5cbc8fc623a567778f781168f038fffdf3dac4773",
    "hex",
  );
  const told = { name: "示例甲", phone: "13800000000", address: "示例村一组" };
  test.each(["aes", "sm"] as const)("opens, and is brought to profile %s under the same data key", (profile) => {
    const now = makeSealer({ ...keys, profile });
    expect(now.open(oldMatter, oldReporter, { sealed, keyVersion: 1 }, { wrapped, keyVersion: 1 })).toEqual(told);
    const key = now.wrapAnew(oldMatter, { wrapped, keyVersion: 1 })!;
    const row = now.sealAnew(oldMatter, oldReporter, { sealed, keyVersion: 1 }, { wrapped, keyVersion: 1 })!;
    expect([key.wrapped[0], row.sealed[0]]).toEqual([now.current().algorithm, now.current().algorithm]);
    // the data key stays: what was sealed under it elsewhere, and in the journal, still opens
    expect(now.open(oldMatter, oldReporter, { sealed, keyVersion: 1 }, key)).toEqual(told);
    expect(now.open(oldMatter, oldReporter, row, { wrapped, keyVersion: 1 })).toEqual(told);
    expect([now.wrapAnew(oldMatter, key), now.sealAnew(oldMatter, oldReporter, row, key)]).toEqual([undefined, undefined]);
  });
  test("stays erased", () => {
    const now = makeSealer(keys);
    expect(now.wrapAnew(oldMatter, { wrapped: null, keyVersion: 1 })).toBeUndefined();
    expect(now.sealAnew(oldMatter, oldReporter, { sealed, keyVersion: 1 }, { wrapped: null, keyVersion: 1 })).toBeUndefined();
  });
});

describe("keys that are read anew", () => {
  test("an unknown version asks the file once more, then refuses with what to do", () => {
    const next = readKeyFile(withNextIdentityKey(file));
    const sealed = makeSealer(next).seal(matter, reporter, identity);
    const asked: (boolean | undefined)[] = [];
    const first = readKeyFile(file);
    const late = makeSealer((fresh) => {
      asked.push(fresh);
      return fresh ? next : first;
    });
    asked.length = 0;
    expect(late.open(matter, reporter, row(sealed), key(sealed))).toEqual(identity);
    expect(asked).toContain(true);
    expect(() => sealer.open(matter, reporter, row(sealed), key(sealed))).toThrow(
      expect.objectContaining({ code: "residents.key-not-in-the-file", status: 503 }),
    );
  });
});

describe("the key file", () => {
  test("a new identity key opens what the one before sealed, and seals under the same data key", () => {
    const sealed = sealer.seal(matter, reporter, identity);
    const next = makeSealer(readKeyFile(withNextIdentityKey(file)));
    expect(next.open(matter, reporter, row(sealed), key(sealed))).toEqual(identity);
    const later = next.seal(matter, other, identity, key(sealed));
    expect(later.keyVersion).toBe(2);
    expect(next.open(matter, other, row(later), key(sealed))).toEqual(identity);
    expect(next.lookupOf("1")).toEqual(sealer.lookupOf("1"));
  });
  test("damaged, says where and shows no key", () => {
    const short = JSON.parse(file);
    const shown = short.identity.slice(0, 20);
    for (const [text, field] of [
      ["{", "JSON"],
      [JSON.stringify({ ...short, identity: shown }), '"identity"'],
      [JSON.stringify({ ...short, version: "1" }), '"version"'],
      [JSON.stringify({ ...short, profile: "des" }), '"profile"'],
      [JSON.stringify({ ...short, index: shown }), '"index"'],
    ] as const) {
      expect(() => readKeyFile(text)).toThrow(field);
      expect(() => readKeyFile(text)).not.toThrow(shown);
    }
  });
  test("a key of another length is turned away", () =>
    expect(() => makeSealer({ version: 1, identity: randomBytes(16), lookup: randomBytes(32) })).toThrow(RangeError));
});

describe("what is told and drawn", () => {
  test("a code has 12 digits that check, a link 128 bits, a handle four unmistakable characters", () => {
    for (let i = 0; i < 1000; i++) {
      expect(checkCode(newCode())).toHaveProperty("code");
      expect(newLink()).toMatch(/^[\w-]{22}$/);
      expect(newHandle()).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{4}$/);
    }
  });
  test("a receipt shown again is the same, the next generation's is not, another key file's neither", () => {
    const first = sealer.receiptOf(reporter, 1);
    expect(checkCode(first.code)).toEqual({ code: first.code });
    expect(first.link).toMatch(/^[\w-]{22}$/);
    expect(sealer.receiptOf(reporter, 1)).toEqual(first);
    expect(sealer.receiptOf(reporter, 2)).not.toEqual(first);
    expect(makeSealer(readKeyFile(newKeyFile())).receiptOf(reporter, 1)).not.toEqual(first);
  });
  test("a reporter's row holds neither code nor link nor name", () => {
    const made = makeReporter(sealer, {
      county: 410425,
      matterId: matter,
      door: "portal",
      identity: { ...identity, phone: "１３８ ０００００００１" },
      at: new Date(),
    });
    const text = JSON.stringify(made.row) + made.row.sealed?.toString("latin1");
    for (const secret of [made.code, made.link, identity.name, identity.phone, identity.address])
      expect(text).not.toContain(secret);
    expect(made.row.codeLookup).toEqual(sealer.lookupOf(made.code as string));
    expect(sealer.open(matter, made.row.id, made.row, { wrapped: made.newKey, keyVersion: 1 })).toMatchObject({
      phone: "13800000001",
    });
  });
  test("whoever enters for another is marked so, with relation and consent", () => {
    const made = makeReporter(sealer, {
      county: 410425,
      matterId: matter,
      door: "counter",
      identity: {},
      enteredFor: { relation: "邻居", consent: true },
      at: new Date(),
    });
    expect(made.row).toMatchObject({ role: "entered for", relation: "邻居", consent: true, sealed: null });
  });
  test("an imported reporter has no code", () => {
    const made = makeReporter(sealer, {
      county: 410425,
      matterId: matter,
      door: "spreadsheet",
      identity: { account: "u1" },
      withoutCode: true,
      at: new Date(),
    });
    expect(made).not.toHaveProperty("code");
    expect(made.row).toMatchObject({ codeLookup: null, linkLookup: null });
  });
});
