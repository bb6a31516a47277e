import { describe, expect, test } from "vitest";
import { lastFourOf, readSecond, secondOf } from "./second.rule.ts";

test.each([
  ["13800001234", "1234"],
  ["0375-5161234", "1234"],
  ["12345", "2345"],
  ["1234", undefined],
  ["村委会喇叭", undefined],
  ["", undefined],
  [undefined, undefined],
])("of the telephone %s, %s is asked", (phone, four) => expect(lastFourOf(phone)).toBe(four));

describe("beside the twelve digits", () => {
  const known = { pin: "4821", opensAlone: false, phone: undefined };
  test("the telephone's last four are asked where one was left, also of a code given before", () => {
    expect(secondOf({ ...known, phone: "13800001234" })).toEqual({ kind: "phone", accepted: ["1234", "4821"] });
    expect(secondOf({ ...known, phone: "13800001234", opensAlone: true })).toMatchObject({ kind: "phone" });
  });
  test("else the four that were drawn with the code", () => {
    expect(secondOf(known)).toEqual({ kind: "digits", accepted: ["4821"] });
  });
  test("nothing beside a code that is older than they are", () => {
    expect(secondOf({ ...known, opensAlone: true })).toEqual({ kind: "nothing", accepted: [] });
  });
});

test.each([
  ["1234", { digits: "1234" }],
  ["１２ ３４", { digits: "1234" }],
  ["138 0000 1234", { digits: "1234" }],
  ["+86 138-0000-1234", { digits: "1234" }],
  ["", { wrong: "empty" }],
  ["123", { wrong: "length" }],
  ["12345", { wrong: "length" }],
  ["12三4", { wrong: "letters" }],
])("%s is read", (typed, read) => expect(readSecond(typed)).toEqual(read));
