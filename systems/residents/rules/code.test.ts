import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newCode } from "../seal.ts";
import { checkCode, checkDigit, spokenCode } from "./code.ts";

const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const digits = fc.stringMatching(/^\d{11}$/);

describe("the check digit of ISO 7064 MOD 11,10", () => {
  // 0794→5: the standard's own example; the others: German tax number, Croatian OIB and the example of python-stdnum
  test.each([
    ["0794", "5"],
    ["8609574271", "9"],
    ["3339200596", "1"],
    ["9457740319", "4"],
    ["00200667308", "5"],
  ])("%s → %s", (payload, digit) => expect(checkDigit(payload)).toBe(digit));
  test("finds every single wrong digit", () => {
    fc.assert(
      fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (payload, place, shift) => {
        const code = payload + checkDigit(payload);
        const wrong = code.slice(0, place) + ((Number(code[place]) + shift) % 10) + code.slice(place + 1);
        expect(checkCode(code)).toEqual({ code });
        expect(checkCode(wrong)).toEqual({ wrong: "mistyped", digits: 12 });
      }),
      { numRuns: 500 },
    );
  });
  test("finds at least 97 of 100 swapped neighbours", () => {
    let swapped = 0;
    let found = 0;
    for (let i = 0; i < 2000; i++) {
      const code = newCode();
      for (let at = 0; at < 11; at++) {
        if (code[at] === code[at + 1]) continue;
        swapped += 1;
        if ("wrong" in checkCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))) found += 1;
      }
    }
    expect(found / swapped).toBeGreaterThan(0.97);
  });
});

describe("a code as people type it", () => {
  const code = "020066730805".slice(0, 11);
  const whole = code + checkDigit(code);
  test.each([
    ["plain", whole],
    ["in groups", spokenCode(whole)],
    ["with dashes", whole.replace(/(\d{4})(?=\d)/g, "$1-")],
    ["with long dashes and ideographic spaces", whole.replace(/(\d{4})(?=\d)/g, "$1　—")],
    ["full-width", wide(whole)],
    ["full-width with a full-width hyphen", wide(whole).replace(/(.{4})(?=.)/g, "$1－")],
    ["with blanks and a line feed around", `  ${whole}\n`],
  ])("%s is read", (_, typed) => expect(checkCode(typed)).toEqual({ code: whole }));
  test("says how it is wrong", () => {
    expect(checkCode("123")).toEqual({ wrong: "length", digits: 3 });
    expect(checkCode("")).toEqual({ wrong: "length", digits: 0 });
    expect(checkCode("1234 5678 90AB")).toMatchObject({ wrong: "letters" });
    expect(checkCode("一二三四五六七八九〇一二")).toMatchObject({ wrong: "letters" });
  });
  test("is spoken in three groups", () => expect(spokenCode("123456789012")).toBe("1234 5678 9012"));
});
