import { expect, test } from "vitest";
import { languageFrom, words } from "./words.ts";

test("a text with parameters keeps them in both languages", () => {
  const t = words(
    { left: (days: number) => `剩 ${days} 个工作日`, group: { yes: "是" } },
    { left: (days: number) => `${days} working days left`, group: { yes: "Yes" } },
  );
  expect(t["zh-CN"].left(3)).toBe("剩 3 个工作日");
  expect(t.en.group.yes).toBe("Yes");
});

test("an English dictionary that lacks a key, or takes other parameters, does not compile", () => {
  // @ts-expect-error the key "b" is missing
  words({ a: "甲", b: "乙" }, { a: "A" });
  // @ts-expect-error the parameter is a number
  words({ n: (n: number) => `${n} 件` }, { n: (n: string[]) => n.join() });
  expect(languageFrom("fr, en-GB;q=0.8")).toBe("en");
  expect(languageFrom(undefined)).toBe("zh-CN");
});
