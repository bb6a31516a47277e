import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, jobActor, residentActor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { testDatabase } from "../../tests/database.ts";
import type { NewArticle } from "./contract.ts";
import { ARTICLES, addArticle, closeArticle, loadArticles, seedLaw } from "./index.ts";

const { db } = testDatabase();
const COUNTY = 410425;
const NOW = new Date("2026-11-23T01:00:00Z");
const officer: Actor = { ...jobActor(COUNTY), role: "app", scope: "units", units: [newId()], person: newId(), post: newId() };
const keeper: Actor = { ...officer, scope: "county", rights: ["law.keep"] };
const entry: NewArticle = {
  law: "示例县矛盾纠纷化解办法",
  number: "",
  article: "第三条",
  text: "示例：一般纠纷三十日内办结。",
  from: "2026-01-01",
  source: "示例",
  trust: "practice",
};
const find = async (id: string) => (await loadArticles(db, keeper)).find((one) => one.id === id);

beforeAll(async () => {
  await seedLaw(db, jobActor(COUNTY), NOW);
});

describe("planting", () => {
  it("puts in every article once; a second time adds nothing", async () => {
    expect(await loadArticles(db, officer)).toHaveLength(ARTICLES.length);
    expect(await seedLaw(db, jobActor(COUNTY), NOW)).toBe(0);
    expect(await find("信访工作条例 第三十四条")).toMatchObject({
      version: 1,
      from: "2022-05-01",
      to: null,
      trust: "verified",
      scope: "national",
    });
  });
  it("a text that the product words otherwise becomes the next version; what a post closed stays closed", async () => {
    const [first, second] = ARTICLES.filter((article) => article.law.cited === "政府督查工作条例");
    await closeArticle(db, keeper, { id: first!.id, to: "2026-12-31", reason: "示例：有新条例" }, NOW);
    const reworded = [first!, second!].map((article) => ({ ...article, text: `${article.text}（示例改动）` }));
    expect(await seedLaw(db, jobActor(COUNTY), NOW, reworded)).toBe(1);
    expect(await find(first!.id)).toMatchObject({ version: 2, to: "2026-12-31", text: first!.text });
    expect(await find(second!.id)).toMatchObject({ version: 2, text: reworded[1]!.text });
  });
});

describe("the county's own articles", () => {
  it("are entered once, closed at a day, and entered anew from after that day", async () => {
    const { id } = await addArticle(db, keeper, entry, NOW);
    expect(id).toBe("示例县矛盾纠纷化解办法 第三条");
    expect(await find(id)).toMatchObject({ version: 1, scope: "county", to: null });
    await expect(addArticle(db, keeper, entry, NOW)).rejects.toMatchObject({ code: "law.already-in-the-register", status: 409 });
    const close = (to: string) => closeArticle(db, keeper, { id, to, reason: "示例：重新印发" }, NOW);
    await expect(close("2025-12-31")).rejects.toMatchObject({ code: "law.ends-before-it-begins" });
    expect(await close("2026-11-30")).toBe(2);
    await expect(close("2026-12-01")).rejects.toMatchObject({ code: "law.closed-already" });
    await expect(addArticle(db, keeper, { ...entry, from: "2026-11-30" }, NOW)).rejects.toMatchObject({
      code: "law.already-in-the-register",
    });
    expect(await addArticle(db, keeper, { ...entry, from: "2026-12-01" }, NOW)).toEqual({ id, version: 3 });
  });
  it("an article that is not there cannot be closed", async () => {
    await expect(
      closeArticle(db, keeper, { id: "没有的办法 第一条", to: "2026-12-01", reason: "示例" }, NOW),
    ).rejects.toMatchObject({
      code: "law.no-such-article",
      status: 404,
    });
  });
});

describe("who", () => {
  it("reads: everyone of the county, nobody of another, nobody without a context", async () => {
    for (const actor of [officer, residentActor(COUNTY), jobActor(COUNTY)])
      expect((await loadArticles(db, actor)).length).toBeGreaterThan(90);
    for (const actor of [{ ...officer, county: 410426 }, residentActor(410426), jobActor(410426)])
      expect(await loadArticles(db, actor)).toEqual([]);
    for (const role of ["app", "jobs", "verify", "portal"] as const)
      expect((await db.pool(role).query("select 1 from law.articles")).rowCount).toBe(0);
  });
  it("writes: a post of the whole county with the right; never over, never away", async () => {
    for (const actor of [officer, { ...officer, rights: ["law.keep"] }, { ...keeper, rights: [] }, residentActor(COUNTY)])
      await expect(addArticle(db, actor, { ...entry, article: "第四条" }, NOW)).rejects.toMatchObject({
        code: "law.may-not-keep-the-register",
        status: 403,
      });
    for (const sql of ["update law.articles set text = 'x'", "delete from law.articles"])
      await expect(withActor(db, keeper, (tx) => tx.query(sql))).rejects.toMatchObject({ code: "42501" });
  });
});
