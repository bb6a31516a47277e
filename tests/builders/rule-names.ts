import { categories } from "../../counties/jiaxian/categories.table.ts";
import { jiaxianTerritory } from "../../counties/jiaxian/territory/territory.ts";
import { countyUnits, postsOf, townshipUnits } from "../../counties/jiaxian/units.table.ts";
import { makeNames, type Names } from "../../systems/dispatch/contract.ts";
import { matterWords } from "../../systems/matters/contract.ts";

type Two = Record<"zh-CN" | "en", Record<string, Record<string, string>>>;
const both = (group: string) => {
  const words = matterWords as never as Two;
  return Object.keys(words["zh-CN"][group]!).map((code) => ({
    code,
    zh: words["zh-CN"][group]![code]!,
    en: words.en[group]![code]!,
  }));
};

/** The names that the demonstration county's rules are written in. */
export function jiaxianNames(): Names {
  const { rows } = jiaxianTerritory({ demonstration: false });
  const units = [...countyUnits, ...townshipUnits(rows.filter((row) => row.kind === "township"))];
  return makeNames({
    kind: both("kinds"),
    urgency: both("urgencies"),
    door: both("doors"),
    category: categories.map((one) => ({ code: one.code, zh: one.name.zh, en: one.name.en, under: one.parent ?? undefined })),
    place: rows
      .filter((row) => row.kind === "township" || row.kind === "village")
      .map((row) => ({
        code: row.code,
        zh: row.name,
        also: [row.name.replace(/(?:居民|村民)委员会$/, ""), row.name.replace(/民?委员会$/, "")],
        under: row.kind === "village" ? row.code.slice(0, 9) : undefined,
      })),
    unit: units.map((unit) => ({
      code: unit.code,
      zh: unit.shortName,
      en: unit.name.en,
      also: [unit.name.zh],
      under: unit.parent ?? undefined,
    })),
    post: units.flatMap((unit) =>
      postsOf({ ...unit, alsoCalled: [] }).map((post) => ({
        code: post.code,
        zh: post.name.zh,
        en: post.name.en,
        under: post.unit,
      })),
    ),
  });
}
