import { expect, test } from "vitest";
import { httpRefusals, knowRefusals, sentenceOf } from "../../foundation/http/refusals.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { aCounty } from "../../tests/builders/county.ts";
import { articlesOfRefusals } from "./article-of-refusal.ts";

const county = aCounty();

test("the article behind a refusal is told with its short text; the county's own basis by its words alone", async () => {
  const articleOf = articlesOfRefusals(county.services.db, county.code);
  const cited = new Refusal("matters.unit-complained-of", { unit: "示例单位" }, { article: "信访工作条例 第三十条" });
  expect(await articleOf(cited)).toEqual({ citation: "信访工作条例 第三十条", text: expect.stringMatching(/回避|检举|.{10,}/) });
  expect(await articleOf(new Refusal("x", {}, { basis: "县里自定（示例）" }))).toEqual({
    citation: "县里自定（示例）",
    text: null,
  });
  expect(await articleOf(new Refusal("x"))).toBeUndefined();
});

test("both languages name the basis in the sentence", () => {
  knowRefusals(httpRefusals);
  const cited = new Refusal("http.too-many", {}, { article: "信访工作条例 第三十条" });
  expect(sentenceOf(cited, "zh-CN")).toMatch(/（依据：信访工作条例 第三十条）$/);
  expect(sentenceOf(cited, "en")).toMatch(/\(Basis: 信访工作条例 第三十条\.\)$/);
});
