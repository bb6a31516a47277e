import { beforeAll, describe, expect, it } from "vitest";
import { jobActor } from "../../../foundation/db/actor.ts";
import { newId } from "../../../foundation/ids.ts";
import { addDays, dayOf } from "../../../foundation/time/index.ts";
import { testDatabase } from "../../../tests/database.ts";
import { importTerritory } from "../../territory/index.ts";
import { loadGazetteer } from "../../territory/store/load-gazetteer.ts";
import { arranger, COUNTY, seed } from "../county.fixture.ts";
import { findUnit, listPosts, listUnits, postIdOf, seedTeams, unitIdOf } from "../index.ts";
import { changePost } from "./change-post.ts";
import { changeUnit, setUpUnit } from "./change-unit.ts";
import { createPost } from "./create-unit.ts";

const { db } = testDatabase();
const lead = arranger();
const today = dayOf(new Date());
const nothingOpen = { openMattersOf: async () => 0 };
const water = { id: unitIdOf(COUNTY, "water"), name: "县水利局", shortName: "水利局", englishName: "Water", phone: "" };
const clerk = { id: postIdOf(COUNTY, "water.clerk"), name: "承办", englishName: "", rights: ["matters.handle"] };
const places = new Map<string, string>();

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
  const jobs = jobActor(COUNTY);
  await importTerritory(
    db,
    { ...jobs, rights: ["territory.manage"] },
    {
      county: COUNTY,
      source: "虚构",
      reason: "试验",
      validFrom: "2026-01-01",
      rows: [
        { kind: "county", code: "410425", name: "试县" },
        { kind: "township", code: "410425101", name: "方镇", parentCode: "410425" },
        { kind: "village", code: "410425101200", name: "方庄村民委员会", parentCode: "410425101" },
      ],
    },
  );
  for (const place of (await loadGazetteer(db, jobs)).places.values()) places.set(place.kind, place.id);
});

describe("a unit", () => {
  it("is set up with the place of its level, whose code its numbers carry", async () => {
    const unit = { code: "fang", kind: "township centre", name: "方镇综治中心", shortName: "方镇", validFrom: today } as const;
    await expect(setUpUnit(db, lead, unit)).rejects.toMatchObject({ code: "teams.centre-needs-a-place" });
    await expect(setUpUnit(db, lead, { ...unit, placeId: places.get("village") })).rejects.toMatchObject({
      code: "teams.place-of-another-level",
    });
    await expect(setUpUnit(db, lead, { ...unit, kind: "committee", placeId: places.get("township") })).rejects.toMatchObject({
      code: "teams.place-of-another-level",
    });
    await expect(setUpUnit(db, lead, { ...unit, placeId: newId() })).rejects.toMatchObject({ code: "territory.no-such-place" });
    const id = await setUpUnit(db, lead, { ...unit, placeId: places.get("township"), parentId: unitIdOf(COUNTY, "centre") });
    expect(await findUnit(db, lead, id)).toMatchObject({ level: "township", numberPrefix: "410425101", validFrom: today });
  });

  it("is renamed and moved, never under itself", async () => {
    const parentId = unitIdOf(COUNTY, "centre");
    await changeUnit(db, lead, { ...water, name: "县水务局", parentId, placeId: null, lastDay: null });
    expect(await findUnit(db, lead, water.id)).toMatchObject({ name: "县水务局", code: "water", validTo: null });
    const section = await setUpUnit(db, lead, {
      code: "water.section",
      kind: "county department",
      name: "水政股",
      shortName: "水政",
      parentId: water.id,
    });
    for (const under of [water.id, section])
      await expect(changeUnit(db, lead, { ...water, parentId: under, placeId: null, lastDay: null })).rejects.toMatchObject({
        code: "teams.unit-under-itself",
      });
    await expect(changeUnit(db, lead, { ...water, parentId, placeId: null, lastDay: today })).rejects.toMatchObject({
      code: "teams.unit-not-empty",
      facts: { posts: 1, units: 1 },
    });
  });

  it("ends once nothing of it goes on, and is there until its last day", async () => {
    const id = await setUpUnit(db, lead, { code: "short", kind: "committee", name: "临时专班", shortName: "专班" });
    await changeUnit(db, lead, {
      id,
      name: "临时专班",
      shortName: "专班",
      englishName: "",
      phone: "",
      parentId: null,
      placeId: null,
      lastDay: addDays(today, -1),
    });
    expect((await listUnits(db, lead)).some((one) => one.id === id)).toBe(false);
    expect((await listUnits(db, lead, addDays(today, -1))).some((one) => one.id === id)).toBe(true);
  });

  it("is changed by those who arrange, and by nobody else", async () => {
    const other = { ...lead, rights: ["matters.dispatch"] };
    await expect(changeUnit(db, other, { ...water, parentId: null, placeId: null, lastDay: null })).rejects.toMatchObject({
      code: "teams.may-not-arrange",
    });
    await expect(changePost(db, other, { ...clerk, lastDay: null }, nothingOpen)).rejects.toMatchObject({ status: 403 });
  });
});

describe("a post", () => {
  it("changes its name and rights, once each", async () => {
    await changePost(
      db,
      lead,
      { ...clerk, name: "承办人", rights: ["matters.handle", "matters.handle"], lastDay: null },
      nothingOpen,
    );
    const [post] = await listPosts(db, lead, { unit: water.id });
    expect(post).toMatchObject({ name: "承办人", rights: ["matters.handle"], code: "water.clerk", validTo: null });
  });

  it("does not end under somebody, nor over open matters", async () => {
    await expect(changePost(db, lead, { ...clerk, lastDay: today }, nothingOpen)).rejects.toMatchObject({
      code: "teams.post-still-held",
    });
    const id = await createPost(db, lead, { code: "water.spare", unitId: water.id, name: "备用", rights: ["matters.handle"] });
    const spare = { id, name: "备用", englishName: "", rights: ["matters.handle"], lastDay: addDays(today, -1) };
    await expect(changePost(db, lead, spare, { openMattersOf: async () => 3 })).rejects.toMatchObject({
      code: "teams.post-has-open-matters",
      facts: { matters: 3 },
    });
    await changePost(db, lead, spare, nothingOpen);
    expect((await listPosts(db, lead, { unit: water.id })).map((one) => one.code)).toEqual(["water.clerk"]);
  });

  it("the last one that arranges keeps that right", async () => {
    const post = { id: postIdOf(COUNTY, "centre.lead"), name: "负责人", englishName: "", rights: ["matters.dispatch"] };
    await expect(changePost(db, lead, { ...post, lastDay: null }, nothingOpen)).rejects.toMatchObject({
      code: "teams.someone-must-arrange",
    });
    const [kept] = await listPosts(db, lead, { unit: unitIdOf(COUNTY, "centre") });
    expect(kept?.rights).toContain("teams.manage");
  });
});
