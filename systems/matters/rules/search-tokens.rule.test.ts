import { describe, expect, it } from "vitest";
import { queryTokens, repeatKey, searchTokens } from "./search-tokens.rule.ts";

describe("search tokens", () => {
  it("are every two neighbouring characters of a Han run", () =>
    expect(searchTokens("路灯不亮，路灯")).toEqual(["路灯", "灯不", "不亮"]));
  it("keep Latin words and short numbers whole, folded", () =>
    expect(searchTokens("ＫＴＶ 3号楼")).toEqual(["ktv", "3", "号楼"]));
  it("keep a character that stands alone", () => expect(searchTokens("坑。")).toEqual(["坑"]));
  it("keep rare characters alone and with their neighbours", () =>
    expect(searchTokens("住𬭚㘎村")).toEqual(["住𬭚", "𬭚", "𬭚㘎", "㘎", "㘎村"]));
  it.each([
    "13800001111",
    "138 0000 1111",
    "138-0000-1111",
    "１３８００００１１１１",
    "0375-5150000",
    "41042519800101001X",
    "幺三八零零零零一二三四",
  ])("never hold a telephone or identity number: %s", (number) => {
    expect(searchTokens(`电话${number}。`)).toEqual(["电话"]);
  });
  it("stop at the limit", () => expect(searchTokens("一是二有三看四听".repeat(50), 5)).toHaveLength(5));
  it("count a repeated window once", () => expect(searchTokens("啊啊啊啊")).toEqual(["啊啊"]));
});

describe("query tokens", () => {
  it("of two characters are one window", () => expect(queryTokens("路灯")).toEqual(["路灯"]));
  it("of a longer word are all its windows, each of which the text has", () => {
    const text = new Set(searchTokens("冢头镇东街村路灯不亮"));
    expect(queryTokens("东街村路灯").every((token) => text.has(token))).toBe(true);
    expect(queryTokens("西街村路灯").every((token) => text.has(token))).toBe(false);
  });
  it("of one common character are none, of one rare character itself", () => {
    expect(queryTokens("灯")).toEqual([]);
    expect(queryTokens("㘎")).toEqual(["㘎"]);
  });
  it("never look for a number that may be personal", () => expect(queryTokens("13800001111")).toEqual([]));
});

describe("the key of a repeat", () => {
  it("is blind to spaces, punctuation, width and case", () =>
    expect(repeatKey("路灯坏了！ＡB")).toBe(repeatKey(" 路灯 坏了。ab\n")));
  it("is not blind to a word", () => expect(repeatKey("路灯坏了")).not.toBe(repeatKey("路灯坏啦")));
});
