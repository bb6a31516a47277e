import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { testDatabase } from "../../../tests/database.ts";
import { addReporter, makeSealer, newKeyFile, readKeyFile, reportersOf, withNextIdentityKey } from "../index.ts";
import { waitingForWrapping, wrapAnew } from "./wrap-anew.ts";

const { db, ownerUrl, runtimeUrl } = testDatabase();
const COUNTY = 410425;
const desk: Actor = { ...jobActor(COUNTY), role: "app", person: newId() };
const folder = mkdtempSync(join(tmpdir(), "linli-wrap-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const first = newKeyFile();
const second = withNextIdentityKey(first);
const [before, after] = [makeSealer(readKeyFile(first)), makeSealer(readKeyFile(second))];
const secondSm = JSON.stringify({ ...JSON.parse(second), profile: "sm" });

const asOwner = async (sql: string, values: unknown[] = []) => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return owner.query(sql, values).finally(() => owner.end());
};
const takeIn = (sealer: typeof before, name: string) =>
  withActor(db, desk, async (tx) => {
    const matterId = newId();
    await addReporter(tx, sealer, { county: COUNTY, matterId, door: "counter", identity: { name }, at: new Date() });
    return matterId;
  });
const nameIn = async (sealer: typeof before, matter: string) =>
  (await withActor(db, jobActor(COUNTY), (tx) => reportersOf(tx, COUNTY, matter, sealer)))[0]?.identity?.name;
const versions = async () =>
  (await asOwner("select key_version as v, count(*)::integer as n from residents.data_keys group by 1 order by 1")).rows;

let matters: string[];
beforeEach(async () => {
  await asOwner("truncate residents.reporters, residents.data_keys");
  matters = await Promise.all(Array.from({ length: 40 }, (_, i) => takeIn(before, `示例${i}`)));
});

describe("a rotation", () => {
  test("wraps every key anew in batches, says how far it is, and changes no identity", async () => {
    const told: number[] = [];
    expect(await waitingForWrapping(db, after, COUNTY)).toBe(40);
    const report = await wrapAnew(db, after, COUNTY, { most: 7, onProgress: ({ done }) => told.push(done) });
    expect(report).toEqual({ keys: 40, rows: 0, unopened: 0 });
    expect(told).toEqual([7, 14, 21, 28, 35, 40]);
    expect([await versions(), await waitingForWrapping(db, after, COUNTY)]).toEqual([[{ v: 2, n: 40 }], 0]);
    expect(await nameIn(after, matters[3]!)).toBe("示例3");
    await expect(nameIn(before, matters[3]!)).rejects.toMatchObject({ code: "residents.key-not-in-the-file" });
  });
  test("runs while people work: what is taken in meanwhile under either key is readable under the new one at the end", async () => {
    const taken: [string, string][] = [];
    let over = false;
    const desks = [before, after].map(async (sealer, which) => {
      for (let i = 0; !over || i < 5; i++) taken.push([await takeIn(sealer, `同时${which}-${i}`), `同时${which}-${i}`]);
    });
    await wrapAnew(db, after, COUNTY, { most: 5 });
    over = true;
    await Promise.all(desks);
    await wrapAnew(db, after, COUNTY);
    expect(await waitingForWrapping(db, after, COUNTY)).toBe(0);
    for (const [matter, name] of taken) expect(await nameIn(after, matter)).toBe(name);
    for (const [i, matter] of matters.entries()) expect(await nameIn(after, matter)).toBe(`示例${i}`);
  });
  test("what is erased meanwhile stays erased", async () => {
    await asOwner("update residents.data_keys set wrapped = null, erased_at = now() where matter_id = $1", [matters[0]]);
    await wrapAnew(db, after, COUNTY);
    const left = await asOwner("select wrapped from residents.data_keys where matter_id = $1", [matters[0]]);
    expect(left.rows).toEqual([{ wrapped: null }]);
  });
  test("a damaged key is left as it is and counted; the others go on", async () => {
    await asOwner(
      "update residents.data_keys set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where matter_id = $1",
      [matters[5]],
    );
    expect(await wrapAnew(db, after, COUNTY, { most: 3 })).toEqual({ keys: 39, rows: 0, unopened: 1 });
    expect(await versions()).toEqual([
      { v: 1, n: 1 },
      { v: 2, n: 39 },
    ]);
  });
  test("another county's keys are not touched", async () => {
    await wrapAnew(db, after, 410426);
    expect(await versions()).toEqual([{ v: 1, n: 40 }]);
  });
});

describe("a change of profile", () => {
  test("seals rows and keys with SM4 and SM3 and back, readable side by side", async () => {
    const sm = makeSealer(readKeyFile(secondSm));
    const [aes, inSm] = [matters[0]!, await takeIn(sm, "示例国密")];
    expect([await nameIn(sm, aes), await nameIn(after, inSm)]).toEqual(["示例0", "示例国密"]);
    expect(await wrapAnew(db, sm, COUNTY, { most: 9 })).toEqual({ keys: 40, rows: 40, unopened: 0 });
    const bytes = await asOwner(
      "select distinct get_byte(sealed, 0) as row, get_byte(wrapped, 0) as key from residents.reporters join residents.data_keys using (matter_id)",
    );
    expect(bytes.rows).toEqual([{ row: 3, key: 3 }]);
    expect(await nameIn(after, aes)).toBe("示例0");
    expect(await wrapAnew(db, after, COUNTY)).toEqual({ keys: 41, rows: 41, unopened: 0 });
    expect(await nameIn(sm, inSm)).toBe("示例国密");
  });
});

describe("killed in the middle", () => {
  /** Wraps one at a time in a process of its own and tells how far it is. */
  const begin = (keyFile: string): ChildProcess => {
    const program = join(folder, "wrap.mts");
    const source = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
    writeFileSync(
      program,
      `import { openDatabase } from ${source("../../../foundation/db/pool.ts")};
       import { makeSealer, readKeyFile } from ${source("../index.ts")};
       import { wrapAnew } from ${source("./wrap-anew.ts")};
       const db = openDatabase(${JSON.stringify(runtimeUrl)}, { size: 2 });
       const sealer = makeSealer(readKeyFile(${JSON.stringify(keyFile)}));
       await wrapAnew(db, sealer, ${COUNTY}, { most: 1, onProgress: ({ done }) => process.stdout.write(done + "\\n") });
       await db.close();`,
    );
    return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program], { stdio: ["ignore", "pipe", "inherit"] });
  };
  test("every identity is readable at once, and a next run does only what is left", async () => {
    const child = begin(second);
    await once(child.stdout!, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const left = await waitingForWrapping(db, after, COUNTY);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(40);
    for (const [i, matter] of matters.entries()) expect(await nameIn(after, matter)).toBe(`示例${i}`);
    expect(await wrapAnew(db, after, COUNTY)).toMatchObject({ keys: left, unopened: 0 });
    expect(await versions()).toEqual([{ v: 2, n: 40 }]);
  });
});
