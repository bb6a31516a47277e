import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { teamsRefusals } from "./words.ts";

it("has a sentence in both languages for every refusal that the folder throws", () => {
  const thrown = globSync("systems/teams/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/new Refusal\("(teams\.[\w-]+)"/g)].map((hit) => hit[1]!),
  );
  expect([...new Set(thrown)].sort()).toEqual(Object.keys(teamsRefusals).sort());
});

it("names the post and the number of matters where it asks where they go", () => {
  const facts = { post: "受理岗", matters: 7 };
  expect(teamsRefusals["teams.open-matters-need-a-holder"]["zh-CN"](facts)).toContain("「受理岗」手里还有 7 件");
  expect(teamsRefusals["teams.open-matters-need-a-holder"].en(facts)).toContain("7 open matters");
});
