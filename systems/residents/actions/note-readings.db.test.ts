import { afterEach, describe, expect, test } from "vitest";
import { type Actor, jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { testDatabase } from "../../../tests/database.ts";
import { keepReadings, noteOpening, readingsOf } from "../index.ts";
import { standInMatter } from "../matter.fixture.ts";

const { db } = testDatabase();
const COUNTY = 410425;
const desk = (): Actor => ({ ...jobActor(COUNTY), role: "app", person: newId(), post: newId(), unit: newId() });
const at = new Date("2026-11-24T02:00:00Z");
const kept = keepReadings(db, 5);
afterEach(() => kept.flush());

const seenBy = (actor: Actor, matter: string) => withActor(db, actor, (tx) => readingsOf(tx, matter));

describe("个人信息保护法 第七条: handling is open to the person", () => {
  test("ordinary readings stand once for post, kind and day", async () => {
    const [one, other, matter] = [desk(), desk(), newId()];
    for (let i = 0; i < 5; i++) kept.note(one, matter, "matter", new Date(at.getTime() + i * 60_000));
    kept.note(one, matter, "attachment", at);
    kept.note(other, matter, "matter", at);
    kept.note(one, matter, "matter", new Date(at.getTime() + 86_400_000));
    await kept.flush();
    const again = keepReadings(db, 5); // another process that remembers nothing
    again.note(one, matter, "matter", at);
    await again.flush();
    const seen = await seenBy(residentActor(COUNTY, [matter]), matter);
    expect(seen.map((row) => [row.postId, row.what, row.at.toISOString()]).sort()).toEqual(
      [
        [one.post, "matter", "2026-11-24T02:00:00.000Z"],
        [one.post, "attachment", "2026-11-24T02:00:00.000Z"],
        [other.post, "matter", "2026-11-24T02:00:00.000Z"],
        [one.post, "matter", "2026-11-25T02:00:00.000Z"],
      ].sort(),
    );
  });
  test("each opening of an identity is its own, with its purpose", async () => {
    const [actor, matter] = [desk(), newId()];
    const opening = { matterId: matter, at, purpose: "约上门时间", unusual: false };
    for (let i = 0; i < 2; i++) await withActor(db, actor, (tx) => noteOpening(tx, actor, opening));
    const seen = await seenBy(residentActor(COUNTY, [matter]), matter);
    expect(seen.map((row) => [row.what, row.purpose, row.unusual])).toEqual([
      ["identity", "约上门时间", false],
      ["identity", "约上门时间", false],
    ]);
  });
  test("residents and jobs leave no reading", async () => {
    const matter = newId();
    kept.note(residentActor(COUNTY, [matter]), matter, "matter", at);
    kept.note(jobActor(COUNTY), matter, "matter", at);
    await kept.flush();
    expect(await seenBy(jobActor(COUNTY), matter)).toEqual([]);
  });
});

describe("who sees readings", () => {
  test("the bearer of that matter's code, and the desk inside a context that names it", async () => {
    const [reader, matter] = [desk(), await standInMatter(db, COUNTY)];
    kept.note(reader, matter, "paper", at);
    await kept.flush();
    const colleague = desk();
    expect(await seenBy(residentActor(COUNTY, [newId()]), matter)).toEqual([]);
    expect(await seenBy(colleague, matter)).toEqual([]);
    expect(await seenBy({ ...colleague, matters: [matter] }, matter)).toHaveLength(1);
    expect(await seenBy({ ...colleague, county: 410426, matters: [matter] }, matter)).toEqual([]);
    // a matter that the reader may not see keeps its readings to itself, even the reader's own
    const hidden = newId();
    kept.note(reader, hidden, "matter", at);
    await kept.flush();
    expect(await seenBy({ ...reader, matters: [hidden] }, hidden)).toEqual([]);
  });
  test("nobody writes in another post's name, changes or deletes one", async () => {
    const [actor, other, matter] = [desk(), desk(), newId()];
    const opening = { matterId: matter, at, purpose: "示例", unusual: false };
    await expect(withActor(db, actor, (tx) => noteOpening(tx, other, opening))).rejects.toMatchObject({ code: "42501" });
    for (const role of ["app", "portal", "jobs"] as const)
      for (const sql of ["delete from residents.readings", "update residents.readings set unit_id = null"])
        await expect(withActor(db, { ...actor, role }, (tx) => tx.query(sql))).rejects.toMatchObject({ code: "42501" });
  });
});
