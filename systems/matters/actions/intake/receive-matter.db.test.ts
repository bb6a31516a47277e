import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { aCounty } from "../../../../tests/builders/county.ts";
import { CENTRE, clerkOf, LONGSHAN, officerOf, receive, ZHONGTOU } from "../../../../tests/builders/matter.ts";
import { ReceiveMatter } from "../../contract.ts";
import { receiveMatter } from "../../index.ts";

const county = aCounty();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());
const one = async <Row>(sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows[0] as Row;
const input = (more: object = {}) =>
  ReceiveMatter.parse({ commandId: newId(), id: newId(), door: "counter", text: "村口的路灯不亮（示例）。", ...more });

describe("the same command", () => {
  test("gets the first answer, code and link included, and writes nothing twice", async () => {
    const clerk = await clerkOf(county);
    const asked = input();
    const first = await receiveMatter(county.services, clerk, asked);
    const again = await receiveMatter(county.services, clerk, { ...asked, deviceAt: "2026-11-23T08:00:00+08:00" });
    expect(again).toMatchObject({ number: first.number, code: first.code, link: first.link, repeated: true });
    expect(
      await one(
        "select (select count(*)::integer from matters.matters where id = $1) as rows, (select count(*)::integer from ledger.lines where matter_id = $1) as lines",
        [asked.id],
      ),
    ).toEqual({ rows: 1, lines: 1 });
  });
  test("with another body is refused, whatever part of it differs", async () => {
    const clerk = await clerkOf(county);
    const asked = input();
    await receiveMatter(county.services, clerk, asked);
    for (const other of [{ text: "另一件事（示例）。" }, { id: newId() }, { door: "hotline" as const }])
      await expect(receiveMatter(county.services, clerk, { ...asked, ...other })).rejects.toMatchObject({
        code: "command.other-body",
        status: 409,
      });
  });
  test("200 commands sent five times at once are 200 matters with one answer each", async () => {
    const clerk = await clerkOf(county);
    const asked = Array.from({ length: 200 }, () => input());
    const before = (await one<{ n: number }>("select count(*)::integer as n from matters.matters")).n;
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, index) => receiveMatter(county.services, clerk, asked[(index * 7) % 200]!)),
    );
    const byId = Map.groupBy(answers, (answer) => answer.id);
    expect(byId.size).toBe(200);
    for (const same of byId.values()) {
      expect(same).toHaveLength(5);
      expect(new Set(same.map((answer) => `${answer.number} ${answer.code}`)).size).toBe(1);
      expect(same.filter((answer) => !answer.repeated)).toHaveLength(1);
    }
    expect((await one<{ n: number }>("select count(*)::integer as n from matters.matters")).n - before).toBe(200);
  });
});

test("numbers have no gap and no twin when 64 write at once in three units, and some of it fails", async () => {
  const clerks = await Promise.all([CENTRE, ZHONGTOU, LONGSHAN].map((unit) => clerkOf(county, unit)));
  const taken = (await receive(county)).id;
  const results: PromiseSettledResult<unknown>[] = [];
  for (let round = 0; round < 6; round += 1)
    results.push(
      ...(await Promise.allSettled(
        // every ninth brings an id that is taken by another command: the database refuses it in the midst of its batch
        Array.from({ length: 64 }, (_, index) =>
          receiveMatter(county.services, clerks[index % 3]!, input(index % 9 === 8 ? { id: taken } : {})),
        ),
      )),
    );
  expect(results.filter((result) => result.status === "rejected")).toHaveLength(6 * 7);
  const series = (
    await owner.query<{ prefix: string; many: number; greatest: number; twins: number; last: number }>(
      `select left(m.number, -7) as prefix, count(*)::integer as many, max(right(m.number, 6)::integer) as greatest, (count(*) - count(distinct m.number))::integer as twins, max(c.last) as last
       from matters.matters m join teams.units u on u.number_prefix || '-' || extract(year from now()) = left(m.number, -7) join matters.counters c on c.unit_id = u.id group by 1`,
    )
  ).rows;
  expect(series).toHaveLength(3);
  for (const { prefix, many, greatest, twins, last } of series) expect([greatest, last, twins], prefix).toEqual([many, many, 0]);
});

describe("who may receive", () => {
  test("nobody without the right", async () => {
    const handler = await officerOf(county, "housing", ["matters.read", "matters.handle"]);
    await expect(receiveMatter(county.services, handler, input())).rejects.toMatchObject({
      code: "access.right-needed",
      status: 403,
    });
  });
  test("a place, category or attachment that is not there is refused before anything is written", async () => {
    const clerk = await clerkOf(county);
    await expect(receiveMatter(county.services, clerk, input({ place: { placeId: newId() } }))).rejects.toMatchObject({
      code: "matters.no-such-place",
    });
    await expect(receiveMatter(county.services, clerk, input({ confirmed: true }))).rejects.toMatchObject({
      code: "matters.kind-needed",
    });
    await expect(receiveMatter(county.services, clerk, input({ files: [newId()] }))).rejects.toMatchObject({
      code: "file.not-found",
    });
  });
});

describe("attachments", () => {
  const brought = async (by: Awaited<ReturnType<typeof clerkOf>>) => {
    const id = newId();
    await withActor(county.db, by, (tx) =>
      tx.query(
        "insert into foundation.files (county_code, id, name, kind, size, sha256, at) values ($1, $2, '照片.jpg', 'image/jpeg', 9, sha256('x'), now())",
        [county.code, id],
      ),
    );
    return id;
  };
  const matterOf = async (file: string) =>
    (await one<{ id: string | null }>("select matter_id as id from foundation.files where id = $1", [file])).id;

  test("that the clerk brought hang on the matter as soon as it is received, of many received at once each on its own", async () => {
    const clerk = await clerkOf(county);
    const asked = await Promise.all(
      Array.from({ length: 12 }, async () => input({ files: [await brought(clerk), await brought(clerk)] })),
    );
    await Promise.all(asked.map((each) => receiveMatter(county.services, clerk, each)));
    for (const { id, files } of asked) for (const file of files) expect(await matterOf(file)).toBe(id);
  });
  test("of a report against the clerk's own unit too, which the clerk then no longer sees", async () => {
    const clerk = await officerOf(county, LONGSHAN, ["matters.read", "matters.receive"]);
    const asked = input({ kind: "report", complainedAbout: { unitId: clerk.unit }, files: [await brought(clerk)] });
    const done = await receiveMatter(county.services, clerk, asked).then(
      () => true,
      () => false,
    );
    expect(await matterOf(asked.files[0]!)).toBe(done ? asked.id : null);
  });
  test("hang on nothing where the same command comes with another body", async () => {
    const clerk = await clerkOf(county);
    const asked = input();
    await receiveMatter(county.services, clerk, asked);
    const late = await brought(clerk);
    await expect(receiveMatter(county.services, clerk, { ...asked, files: [late] })).rejects.toMatchObject({
      code: "command.other-body",
    });
    expect(await matterOf(late)).toBeNull();
  });
});
