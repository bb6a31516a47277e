import { expect, test } from "vitest";
import { readPhone, spokenPhone } from "./phone.ts";

test.each(["13812345678", "138 1234-5678", "１３８－１２３４　５６７８", "+86 138 1234 5678", "(138)12345678", "138.1234.5678"])(
  "%s is understood",
  (typed) => expect(readPhone(typed)).toEqual({ phone: "13812345678" }),
);

test("a landline with its area code is a number, too; nothing is no number", () => {
  expect(readPhone("0375-512 3456")).toEqual({ phone: "03755123456" });
  expect(readPhone("　 ")).toEqual({ phone: undefined });
});

test.each([
  ["138 0000 000", "short", 10],
  ["138000000001", "long", 12],
  ["138O0000000", "letters", 11],
  ["2380000", "start", 7],
  ["0375", "start", 4],
] as const)("%s is wrong: %s", (typed, wrong, digits) => expect(readPhone(typed)).toEqual({ wrong, digits }));

test("a number is shown as it is read aloud", () => expect(spokenPhone("13800000000")).toBe("138 0000 0000"));
