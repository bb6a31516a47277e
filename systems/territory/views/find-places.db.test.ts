import { beforeAll, describe, expect, it } from "vitest";
import { jiaxianTerritory } from "../../../counties/jiaxian/territory/territory.ts";
import { jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { newId } from "../../../foundation/ids.ts";
import { testDatabase } from "../../../tests/database.ts";
import { importTerritory } from "../actions/import-territory.ts";
import { place } from "../contract.ts";
import { fullNameOf } from "../rules/place-questions.ts";
import { loadGazetteer } from "../store/load-gazetteer.ts";
import { findPlaces, getPlace, listPlaces, resolvePlaceInText } from "./find-places.ts";
import { listMapCells } from "./map-cells.ts";

const { db } = testDatabase();
const jobs = jobActor(410425);
const resident = residentActor(410425, [], "en");
const file = jiaxianTerritory({ demonstration: true });
const names = async (query: string, hint = {}) => (await findPlaces(db, jobs, query, hint)).map(fullNameOf);

beforeAll(() => importTerritory(db, jobs, file));

describe("the register", () => {
  it("lists townships, the villages of one, and its grids", async () => {
    const townships = await listPlaces(db, resident);
    expect(townships).toHaveLength(15);
    const villages = await listPlaces(db, resident, townships.find(({ name }) => name === "安良镇")!.id);
    expect(villages).toHaveLength(41);
    const grids = await listPlaces(db, resident, villages[0]!.id);
    expect(grids.map(({ name }) => name)).toEqual(["第一网格（示例）", "第二网格（示例）", "第三网格（示例）"]);
    for (const one of [...townships, ...villages, ...grids]) expect(place.parse(one)).toEqual(one);
    expect(await listPlaces(db, resident, newId())).toEqual([]);
  });

  it("shows a place as it stood at an earlier version", async () => {
    const [was] = await findPlaces(db, jobs, "410425107205");
    const rows = file.rows.map((row) => (row.code === "410425107205" ? { ...row, name: "新名村民委员会" } : row));
    await importTerritory(db, jobs, { ...file, rows, validFrom: "2024-06-30" });
    expect((await getPlace(db, jobs, was!.id)).shortName).toBe("新名村");
    expect(await getPlace(db, jobs, was!.id, 1)).toEqual(was);
    await importTerritory(db, jobs, { ...file, validFrom: "2024-07-01" });
    expect((await loadGazetteer(db, jobs)).version).toBe(3);
  });

  it("refuses a place it does not hold", async () => {
    await expect(getPlace(db, jobs, newId())).rejects.toMatchObject({ code: "territory.no-such-place", status: 404 });
    await expect(getPlace(db, jobs, "no id")).rejects.toMatchObject({ code: "territory.no-such-place" });
    const [one] = await findPlaces(db, jobs, "纪村");
    await expect(getPlace(db, jobs, one!.id, 99_999)).resolves.toMatchObject({ id: one!.id });
    await expect(getPlace(db, jobs, one!.id, 0)).rejects.toMatchObject({ code: "territory.no-such-place" });
  });

  it("gives every township its tile", async () => {
    const cells = await listMapCells(db, resident);
    expect(new Set(cells.map(({ row, column }) => `${row} ${column}`)).size).toBe(15);
    expect(cells.find((cell) => cell.place.name === "龙山街道")).toMatchObject({ row: 1, column: 2 });
  });

  it("keeps counties apart", async () => {
    expect(await listPlaces(db, jobActor(410426))).toEqual([]);
    expect((await resolvePlaceInText(db, jobActor(410426), "冢头镇北街村")).answer).toEqual({ kind: "none" });
  });
});

describe("the place box", () => {
  it.each([
    ["冢头", "冢头镇"],
    ["渣园", "渣元乡"],
    ["北街", "冢头镇北街村"],
    ["bjc", "冢头镇北街村"],
    ["安良镇孔楼", "安良镇孔楼村"],
    ["ztz", "冢头镇"],
    ["410425107205", "黄道镇谒主沟村"],
    ["小张庄村3组", "姚庄回族乡小张庄村第一网格（示例）3组（示例）"],
  ])("%s → %s first", async (query, first) => expect((await names(query))[0]).toBe(first));

  it("shows both villages of one name, the desk's own township first", async () => {
    const [wangji] = await findPlaces(db, jobs, "王集乡");
    expect((await names("孔楼")).slice(0, 2)).toEqual(["安良镇孔楼村", "王集乡孔楼村"]);
    expect((await names("孔楼", { townshipId: wangji!.id })).slice(0, 2)).toEqual(["王集乡孔楼村", "安良镇孔楼村"]);
  });

  it("finds nothing for nothing", async () => {
    expect(await names("  ")).toEqual([]);
    expect(await names("郑州市")).toEqual([]);
    expect(await names("%_'")).toEqual([]);
  });

  it("finds every village by the first letters of its short name among nine", async () => {
    const gazetteer = await loadGazetteer(db, jobs);
    const villages = [...gazetteer.places.values()].filter(({ kind }) => kind === "village");
    let found = 0;
    for (const village of villages) {
      const letters = gazetteer.initials.get(village.id)!.at(-1)!;
      expect(letters).toMatch(/^[a-z]{2,}$/);
      if ((await findPlaces(db, jobs, letters, { townshipId: village.townshipId! })).some(({ id }) => id === village.id))
        found += 1;
    }
    expect(found).toBe(377);
  });
});

describe("a text at the door", () => {
  it("is answered with the version of the territory, in the reader's language", async () => {
    const { answer, version } = await resolvePlaceInText(db, resident, "东街的路灯");
    expect(version).toBe(3);
    expect(answer).toMatchObject({ kind: "several", question: { sentence: expect.stringContaining("Which one is meant?") } });
  });
});
