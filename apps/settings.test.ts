import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fingerprintOf, makeKeys, readKeys } from "./settings.ts";

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
