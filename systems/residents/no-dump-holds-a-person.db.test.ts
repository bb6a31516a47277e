import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { openArchive } from "../../foundation/backup/archive.ts";
import { backup } from "../../foundation/backup/write.ts";
import { read, withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { aCounty } from "../../tests/builders/county.ts";
import { clerkOf } from "../../tests/builders/matter.ts";
import { ReceiveMatter } from "../matters/contract.ts";
import { receiveMatter } from "../matters/index.ts";
import { indexReporters, reportersOf } from "./index.ts";

const county = aCounty();
const folder = mkdtempSync(join(tmpdir(), "linli-dump-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A person told whole: nothing of this may stand in a copy of the database that the key file is not beside. */
const PERSON = { name: "金丝雀子丑寅", phone: "13812349876", address: "金丝雀示例街九十九号院" };
const PG_DUMP = ["/usr/lib/postgresql/15/bin/pg_dump", "/usr/bin/pg_dump"].find((file) => existsSync(file));

/** A text as it might stand in a dump: plain, in hex of a bytea, in base64, escaped as in JSON, backwards. */
const forms = (words: string): string[] => {
  const bytes = Buffer.from(words);
  const escaped = [...words].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  const reversed = [...words].reverse().join("");
  return [words, bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, "").slice(0, -1), escaped, reversed];
};
const leaks = (dump: string): string[] =>
  Object.values(PERSON).flatMap((words) => forms(words).filter((form) => dump.includes(form)));

async function takeIn() {
  const id = newId();
  const input = ReceiveMatter.parse({
    commandId: newId(),
    id,
    door: "counter",
    text: "路灯坏了（示例）",
    reporter: { ...PERSON, enteredFor: { relation: "邻居", consent: true } },
  });
  const receipt = await receiveMatter(county.services, await clerkOf(county), input);
  await indexReporters(county.db, county.services.sealer, county.code);
  const [reporter] = await withActor(county.db, county.job, (tx) => reportersOf(tx, county.code, id, county.services.sealer));
  expect(reporter?.identity).toMatchObject(PERSON);
  return { id, receipt };
}

describe("个人信息保护法 第五十一条: no copy of the database holds a person", () => {
  test("pg_dump of everything, right after intake and indexing", async (context) => {
    expect(PG_DUMP, "Debian's pg_dump is needed").toBeDefined();
    const run = promisify(execFile);
    const client = Number(/(\d+)\./.exec((await run(PG_DUMP!, ["--version"])).stdout)?.[1]);
    const [server] = await read<{ major: number }>(
      county.db,
      county.job,
      "select current_setting('server_version_num')::integer / 10000 as major",
    );
    if (server!.major > client)
      context.skip(`pg_dump ${client} does not read PostgreSQL ${server!.major}: Debian's server is dumped`);
    const { receipt } = await takeIn();
    const { stdout } = await run(PG_DUMP!, ["--no-owner", `--dbname=${county.ownerUrl}`], {
      maxBuffer: 512 * 1024 * 1024,
    });
    expect(stdout).toContain("路灯坏了（示例）");
    expect(leaks(stdout)).toEqual([]);
    // neither does the code that opens the matter, nor the link
    for (const secret of [receipt.code, receipt.link.slice(3)]) expect(stdout).not.toContain(secret);
    for (const key of Object.values(county.keys).filter((one) => Buffer.isBuffer(one)))
      for (const form of [key.toString("hex"), key.toString("base64")]) expect(stdout).not.toContain(form);
  });
  test("linli backup, table by table", async () => {
    await takeIn();
    const files = join(folder, "files");
    mkdirSync(files);
    const file = join(folder, "backup.zip");
    await backup(county.ownerUrl, files, file);
    const archive = await openArchive(file);
    const names = archive.manifest.tables.map(({ table }) => table);
    expect(names).toEqual(
      expect.arrayContaining(["residents.reporters", "residents.blind_index", "residents.recovery_envelopes"]),
    );
    const parts = await Promise.all(archive.manifest.tables.map(async ({ entry }) => text(await archive.open(entry))));
    archive.close();
    const whole = [JSON.stringify(archive.manifest), ...parts].join("\n");
    expect(whole).toContain("路灯坏了（示例）");
    expect(leaks(whole)).toEqual([]);
  });
  test("the test can fail: what is not sealed is found in each of its forms", () => {
    for (const words of Object.values(PERSON))
      for (const form of forms(words)) expect(leaks(`x${form}y`).length, form).toBeGreaterThan(0);
  });
  test("nothing but residents' sealed columns holds the person even for the server itself", async () => {
    await takeIn();
    const rows = await read<{ t: string }>(
      county.db,
      county.job,
      "select l::text as t from ledger.lines l union all select p::text from residents.line_persons p union all select r::text from residents.readings r",
    );
    expect(leaks(rows.map(({ t }) => t).join("\n"))).toEqual([]);
  });
});
