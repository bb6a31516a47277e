import { expect, test } from "vitest";
import { Refusal } from "../../foundation/refusal.ts";
import { COMMANDS, helpFor, overview } from "./help.ts";
import { KEYS_WORDS } from "./keys-words.table.ts";
import { MORE_WORDS } from "./more-words.table.ts";
import { explain, localeOf, sentence } from "./speech.ts";
import { VERIFY_WORDS } from "./verify-words.table.ts";
import { WORDS } from "./words.table.ts";

const all = Object.entries({ ...WORDS, ...MORE_WORDS, ...VERIFY_WORDS, ...KEYS_WORDS }) as [string, readonly [string, string]][];
const facts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

test.each(all)("%s says the same facts in both languages", (_code, [chinese, english]) => {
  expect(new Set(facts(chinese))).toEqual(new Set(facts(english)));
  expect(english).not.toMatch(/[\u4e00-\u9fff]/);
});

test("the language is Chinese unless English is asked for", () => {
  expect([localeOf("en"), localeOf("en_US.UTF-8"), localeOf("zh-CN"), localeOf("C.UTF-8"), localeOf("")]).toEqual([
    "en",
    "en",
    "zh-CN",
    "zh-CN",
    "zh-CN",
  ]);
  expect(sentence("zh-CN", "readyTime", { seconds: 2 })).toBe("启动用时 2 秒");
  expect(explain("en", new Refusal("backup.noFile", { file: "a.zip" }))).toBe("There is no file a.zip.");
});

test("every command has a page in both languages, named by the overview", () => {
  for (const locale of ["zh-CN", "en"] as const)
    for (const name of Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]) {
      expect(overview(locale)).toContain(`  ${name} `);
      expect(helpFor(name, locale)).toContain(`linli ${name}`);
    }
  expect(overview("en")).not.toMatch(/[\u4e00-\u9fff]/);
});
