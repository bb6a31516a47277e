import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../foundation/root.ts";
import { destinations, grounds } from "./replies.table.ts";

const folder = join(root, "../shared/data/laws");
const laws = globSync("*.md", { cwd: folder }).map((file) => ({
  name: file.replace(/\(.*$/, ""),
  text: readFileSync(join(folder, file), "utf8"),
}));

it("every article cited as verified stands in the text of that law", () => {
  const verified = [...grounds, ...destinations].filter((each) => each.trust === "verified");
  expect(verified.length).toBeGreaterThanOrEqual(3);
  for (const { code, basis } of verified) {
    const law = laws.find(({ name }) => basis.includes(name));
    expect(law, `${code}: ${basis}`).toBeDefined();
    const articles = basis.match(/第[一二三四五六七八九十百]+条/g) ?? [];
    expect(articles.length, code).toBeGreaterThan(0);
    for (const article of articles) expect(law!.text, `${code} ${article}`).toContain(`${article} `);
  }
  const petitions = laws.find(({ name }) => name === "信访工作条例")!.text;
  expect(petitions).toMatch(/第三十四条 .*受理之日起60日内办结.*不得超过30日/);
  expect(petitions).toContain("仍然以同一事实和理由提出投诉请求的，各级党委和政府信访部门和其他机关、单位不再受理");
});
