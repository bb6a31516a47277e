import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fingerprintOf, fingerprintsOf, followKeys, makeKeys, readKeys } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-keys-test-"));
const file = join(folder, "keys", "linli-keys.json");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("keys are drawn once, for their owner alone, and read back the same", () => {
  expect(() => readKeys(file)).toThrow(expect.objectContaining({ code: "keys.missing" }));
  const made = makeKeys(file);
  expect([statSync(file).mode & 0o777, statSync(join(folder, "keys")).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(readKeys(file)).toEqual(made);
  expect(new Set([made.identity, made.lookup, made.session].map((key) => key.toString("hex"))).size).toBe(3);
  expect(() => makeKeys(file)).toThrow(expect.objectContaining({ code: "keys.exist" }));
  expect(fingerprintOf(makeKeys(join(folder, "other.json")))).not.toBe(fingerprintOf(made));
});

test("a key file that others may read, or that is damaged, is refused; older keys are kept", () => {
  chmodSync(file, 0o644);
  expect(() => readKeys(file)).toThrow(expect.objectContaining({ code: "keys.open" }));
  chmodSync(file, 0o600);
  const whole = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...whole, older: { 0: whole.lookup } }));
  expect(readKeys(file).older?.[0]).toHaveLength(32);
  for (const broken of ["{", JSON.stringify({ ...whole, identity: "c2hvcnQ=" }), JSON.stringify({ version: 1 })]) {
    writeFileSync(file, broken);
    expect(() => readKeys(file)).toThrow(expect.objectContaining({ code: "keys.broken" }));
  }
});

test("a county set up by an earlier program is known by its key file through rotations", () => {
  const old = { version: 1, identity: Buffer.alloc(32, 7), lookup: Buffer.alloc(32, 9) };
  // as that program counted it
  const kept = createHash("sha256").update("linli key file\n").update(old.identity).update(old.lookup).digest("hex").slice(0, 16);
  const rotated = { ...old, version: 2, identity: Buffer.alloc(32, 8), older: { 1: old.identity } };
  for (const keys of [old, rotated]) expect(fingerprintsOf(keys)).toContain(kept);
  expect(fingerprintOf(rotated)).toBe(fingerprintOf(old));
  expect(fingerprintsOf({ ...old, lookup: Buffer.alloc(32, 1) })).not.toContain(kept);
});

test("a process that follows the file keeps the last good keys while it is gone or damaged", () => {
  const followed = join(folder, "followed.json");
  const made = makeKeys(followed);
  const follow = followKeys(followed);
  writeFileSync(followed, "{");
  expect(follow(true).identity).toEqual(made.identity);
  rmSync(followed);
  expect(follow(true).identity).toEqual(made.identity);
  const next = makeKeys(followed);
  expect(follow(true).identity).toEqual(next.identity);
});
