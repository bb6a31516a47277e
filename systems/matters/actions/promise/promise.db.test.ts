import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { read, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { aCounty } from "../../../../tests/builders/county.ts";
import {
  act,
  aMatter,
  clerkOf,
  handlerOf,
  officerOf,
  receive,
  type Standing,
  unitId,
} from "../../../../tests/builders/matter.ts";
import { matterPage } from "../../index.ts";
import { matterReducer } from "../../views/verify/matter-reducer.ts";
import { nameTheAccused } from "./name-the-accused.ts";
import { standAside } from "./stand-aside.ts";

const county = aCounty();
let owner: pg.Client;
let clerk: Actor;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  clerk = await clerkOf(county);
});
afterAll(() => owner.end());

const sees = (reader: Actor, { id }: Standing) =>
  matterPage(county.services, reader, id).then(
    () => true,
    (error: { status: number; code: string }) =>
      error.code === "matters.not-found" && error.status === 404 ? false : Promise.reject(error),
  );
const stands = async ({ id }: Standing) =>
  (
    await owner.query<{ version: number; state: string; lead_unit: string | null }>(
      "select version, state, lead_unit from matters.matters where id = $1",
      [id],
    )
  ).rows[0]!;
const name = async (by: Actor, on: Standing, about: { unitId?: string; postId?: string; outside?: boolean }) =>
  nameTheAccused(county.services, by, on.id, {
    v: 1,
    commandId: newId(),
    baseVersion: (await stands(on)).version,
    outside: false,
    ...about,
  });

describe("a report that says in words alone whom it complains of", () => {
  const told = { kind: "report" as const, complainedAbout: { words: "一个穿制服的人（示例）" } };

  test("is seen by whoever works for the whole county and by whom they hand it to, until it is named", async () => {
    const on = await aMatter(county, { ...told, at: "township-410425101" }).accepted();
    expect(await sees(clerk, on)).toBe(true);
    expect(await sees(await officerOf(county, "township-410425101", ["matters.read"]), on)).toBe(false);
    const version = (await stands(on)).version;
    await act(county, clerk, { ...on, version }, "dispatch", { leadUnit: unitId(county, "housing") });
    expect(await sees(await handlerOf(county, "housing"), on)).toBe(true);
    expect(await sees(await officerOf(county, "township-410425101", ["matters.read"]), on)).toBe(false);
    await name(clerk, on, { outside: true });
    expect(await sees(await officerOf(county, "township-410425101", ["matters.read"]), on)).toBe(true);
  });

  test("closes at once for the side that is named; its reporter is told how often that side had read it", async () => {
    const on = await aMatter(county, { kind: "complaint", secrecy: true, name: "虚构乙" })
      .accepted()
      .dispatchedTo("housing", ["transport"])
      .signed();
    const [housing, transport] = [await handlerOf(county, "housing"), await handlerOf(county, "transport")];
    expect([await sees(housing, on), await sees(transport, on)]).toEqual([true, true]);
    await owner.query(
      `insert into residents.readings (county_code, id, matter_id, at, post_id, unit_id, what, unusual) values ($1, $2, $3, now(), $4, $5, 'matter', false)`,
      [county.code, newId(), on.id, housing.post, housing.unit],
    );
    const done = await name(clerk, on, { unitId: unitId(county, "housing") });
    expect(done.state).toBe("accepted");
    expect([await sees(housing, on), await sees(transport, on), await sees(clerk, on)]).toEqual([false, true, true]);
    expect(await stands(on)).toMatchObject({ state: "accepted", lead_unit: null });
    const parts = await owner.query(
      "select 1 from matters.assignments where matter_id = $1 and ended_at is null and role = 'lead'",
      [on.id],
    );
    expect(parts.rowCount).toBe(0);
    const notices = await read<{ words: string }>(
      county.db,
      clerk,
      "select words from matters.notices where matter_id = $1 and kind = 'name-accused'",
      [on.id],
    );
    expect(notices.map((one) => one.words)).toEqual([expect.stringContaining("看过 1 次")]);
    expect(notices[0]!.words).not.toContain("虚构");
  });

  test("is not named by whoever stands on the side that they name", async () => {
    const on = await aMatter(county, told).accepted();
    await expect(name(clerk, on, { unitId: unitId(county, "county-centre") })).rejects.toMatchObject({
      code: "matters.name-by-someone-outside",
    });
  });

  test("can be rebuilt from its journal afterwards", async () => {
    const on = await aMatter(county, told).accepted();
    await name(clerk, on, { unitId: unitId(county, "housing") });
    const report = await withActor(county.db, { ...county.job, role: "verify" }, async (tx) => {
      const rows = await matterReducer.read(tx, county.code, [on.id]);
      return rows.get(on.id)!;
    });
    expect(report).toMatchObject({ complained_unit: unitId(county, "housing"), complained_post: null });
  });
});

describe("standing aside", () => {
  const aside = async (by: Actor, on: Standing, postId?: string) =>
    standAside(county.services, by, on.id, {
      v: 1,
      commandId: newId(),
      baseVersion: (await stands(on)).version,
      reason: "是我的亲戚（示例）",
      ...(postId && { postId }),
    });

  test("shuts the matter to whoever declares an interest, with whichever post, and to no other", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
    const one = await officerOf(county, "housing", ["matters.read", "matters.handle"], "with an interest");
    await aside(one, on);
    expect(await sees(one, on)).toBe(false);
    expect(await sees({ ...one, post: newId(), units: clerk.units, scope: "county" }, on)).toBe(false);
    expect(await sees(await handlerOf(county, "housing"), on)).toBe(true);
    await expect(aside(one, on)).rejects.toMatchObject({ code: "matters.not-found", status: 404 });
  });

  test("is ruled over the holders of a post by who supervises, and by nobody else", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
    const handler = await county.actorOf("zhujian-banli");
    expect(await sees(handler, on)).toBe(true);
    await expect(aside(handler, on, handler.post)).rejects.toMatchObject({ code: "access.not-yours" });
    await aside(clerk, on, handler.post);
    expect(await sees(handler, on)).toBe(false);
  });
});

describe("putting two matters together", () => {
  test("is refused where they are kept from different people, either way, and done where they are kept from the same", async () => {
    const about = { complainedAbout: { unit: "housing" } };
    const open = await aMatter(county).accepted();
    const sealed = await aMatter(county, { kind: "report", ...about }).accepted();
    const same = await aMatter(county, { kind: "report", ...about }).accepted();
    for (const [from, into] of [
      [sealed, open],
      [open, sealed],
    ] as const)
      await expect(act(county, clerk, from, "merge", { into: into.id })).rejects.toMatchObject({
        code: "matters.would-open-a-sealed-matter",
      });
    expect((await act(county, clerk, sealed, "merge", { into: same.id })).state).toBe("merged");
  });
});

describe("where a matter goes that the usual desk must not have", () => {
  const receivedBy = async (on: Standing) =>
    (
      await owner.query<{ code: string }>(
        "select u.code from matters.matters m join teams.units u on u.id = m.received_by where m.id = $1",
        [on.id],
      )
    ).rows[0]!.code;

  test("a report about the county's own centre goes to the body that the county names, in a series of its own", async () => {
    const on = await receive(county, { complainedAbout: { unit: "county-centre" } });
    expect(await receivedBy(on)).toBe("discipline");
    expect(on.number.startsWith("410425900-")).toBe(true);
    expect(await sees(clerk, on)).toBe(false);
    expect(await sees(await county.actorOf("jiwei-jubao"), on)).toBe(true);
  });
  test("a report about a township that came to the township goes up to the county centre", async () => {
    const on = await receive(county, { at: "township-410425101", complainedAbout: { unit: "township-410425101" } });
    expect(await receivedBy(on)).toBe("county-centre");
    expect(await sees(await officerOf(county, "township-410425101", ["matters.read"]), on)).toBe(false);
  });
  test("an officer complained of by post brings their unit onto the side accused, until the matter is classed as an open one", async () => {
    const post = (await county.actorOf("zhujian-banli")).post!;
    const on = await receive(county, { complainedAbout: { postId: post } });
    const beside = await officerOf(county, "housing", ["matters.read"], "beside");
    await owner.query("update matters.matters set involved_units = $2 where id = $1", [on.id, beside.units]);
    expect(await sees(beside, on)).toBe(false);
    await owner.query("update matters.matters set kind = 'complaint' where id = $1", [on.id]);
    expect(await sees(beside, on)).toBe(true);
    expect(await sees(await county.actorOf("zhujian-banli"), on)).toBe(false);
  });
});
