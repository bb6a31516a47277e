import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { makeSecretBox } from "./secret-box.ts";

const master = randomBytes(32);
const box = makeSecretBox(master, "test/one");

it("opens what it sealed, at its own place only", () => {
  const sealed = box.seal("JBSWY3DPEHPK3PXP 密钥", "410425/a");
  expect(sealed).not.toContain("JBSWY3DP");
  expect(box.open(sealed, "410425/a")).toBe("JBSWY3DPEHPK3PXP 密钥");
  expect(() => box.open(sealed, "410425/b")).toThrow();
  expect(box.seal("same", "x")).not.toBe(box.seal("same", "x"));
});

it("opens nothing that was changed, or sealed for another purpose or with another key", () => {
  const sealed = box.seal("secret", "place");
  const bytes = Buffer.from(sealed.slice(2), "base64url");
  for (const at of [0, 12, 28, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(() => box.open(`1.${changed.toString("base64url")}`, "place"), `byte ${at}`).toThrow();
  }
  expect(() => box.open(`2.${sealed.slice(2)}`, "place")).toThrow("unknown algorithm");
  expect(() => makeSecretBox(master, "test/two").open(sealed, "place")).toThrow();
  expect(() => makeSecretBox(randomBytes(32), "test/one").open(sealed, "place")).toThrow();
});

it("marks a code the same each time, and differently for each place and key", () => {
  const marks = [
    box.mark("code", "a"),
    box.mark("code", "b"),
    makeSecretBox(master, "test/two").mark("code", "a"),
    makeSecretBox(randomBytes(32), "test/one").mark("code", "a"),
  ];
  expect(new Set(marks).size).toBe(4);
  expect(box.mark("code", "a")).toBe(marks[0]);
});
