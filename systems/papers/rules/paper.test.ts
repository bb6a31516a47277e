import { expect, test } from "vitest";
import { inChinese, numbered, officialDay, officialNumber } from "./official.ts";
import { missingIn, type Paper, told } from "./paper.ts";

test("a paper names what the record does not say, in its order and each once; blank text counts as missing", () => {
  const paper: Paper = {
    form: "example",
    title: "登记表",
    blocks: [
      {
        kind: "fields",
        rows: [
          [
            { label: "姓名", value: told("张某", "姓名") },
            { label: "电话", value: told(null, "电话") },
          ],
        ],
      },
      { kind: "text", text: told("  ", "纠纷事实") },
      { kind: "list", items: [told(undefined, "电话"), "按期付款"] },
    ],
  };
  expect(missingIn(paper)).toEqual(["电话", "纠纷事实"]);
});

test("the number of an official paper has six-sided brackets, the whole year and no leading zero; its date none either", () => {
  expect(officialNumber({ word: "郏综治", year: 2026, serial: 7 })).toBe("郏综治〔2026〕7号");
  expect(officialDay("2026-01-05")).toBe("2026年1月5日");
});

test.each([
  [1, "一"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [99, "九十九"],
])("%i is %s", (count, words) => expect(inChinese(count)).toBe(words));
test("there is no heading 0 and none beyond 99", () => {
  for (const count of [0, 100, 1.5]) expect(() => inChinese(count)).toThrow(RangeError);
});

test("headings count by themselves: a lower level begins anew under each heading above it, text does not count", () => {
  const marks = numbered([
    { level: 1, text: "甲" },
    { level: 2, text: "乙" },
    { text: "正文" },
    { level: 3, text: "丙" },
    { level: 2, text: "丁" },
    { level: 3, text: "戊" },
    { level: 1, text: "己" },
    { level: 2, text: "庚" },
    { level: 4, text: "辛" },
  ]).map((part) => part.mark);
  expect(marks).toEqual(["一、", "（一）", "", "1．", "（二）", "1．", "二、", "（一）", "（1）"]);
});
