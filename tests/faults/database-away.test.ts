import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../../apps/api/server.ts";
import { aCounty } from "../builders/county.ts";

const county = aCounty();
const folder = mkdtempSync(join(tmpdir(), "linli-away-"));
let server: Awaited<ReturnType<typeof startServer>>;
let cookie = "";

beforeAll(async () => {
  server = await startServer({
    db: county.db,
    county: county.code,
    port: 0,
    host: "127.0.0.1",
    dataFolder: folder,
    keys: county.keys,
    services: ["api"],
    log: false,
  });
  const signedIn = await fetch(`${server.url}/api/session`, {
    method: "POST",
    headers: { "x-linli": "1", "content-type": "application/json" },
    body: JSON.stringify({ name: "xian-shouli", password: county.accounts.get("xian-shouli") }),
  });
  cookie = signedIn.headers.get("set-cookie")!.split(";")[0]!;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends one command until it is acknowledged, as the desk does: the same body under the same id; counts the tries. */
async function receiveUntilAcknowledged(id: string): Promise<{ number: string; tries: number; sentences: string[] }> {
  const body = JSON.stringify({
    commandId: randomUUID(),
    id,
    door: "counter",
    text: `冢头镇前王庄村口路灯不亮 ${id.slice(0, 8)}`,
    reporter: { name: "示例", phone: "13800000000" },
  });
  const sentences: string[] = [];
  for (let tries = 1; tries < 200; tries += 1) {
    const answer = await fetch(`${server.url}/api/matters`, {
      method: "POST",
      headers: { "x-linli": "1", "content-type": "application/json", cookie },
      body,
    });
    const said = (await answer.json()) as { number?: string; sentence?: string; code?: string };
    if (answer.status === 200) return { number: said.number!, tries, sentences };
    expect([503, 500]).toContain(answer.status);
    expect(said.sentence).toMatch(/[一-鿿]/);
    sentences.push(said.code!);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error("never acknowledged");
}

describe("the database goes away while people work", () => {
  it("keeps each acknowledged matter once, numbers without a gap, and asks to try again in a sentence", async () => {
    const owner = new pg.Client({ connectionString: county.ownerUrl });
    await owner.connect();
    const cutting = setInterval(() => {
      void owner
        .query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'linli-%'",
        )
        .catch(() => {});
    }, 25);
    const ids = Array.from({ length: 120 }, () => randomUUID());
    const queue = [...ids];
    const acknowledged: { number: string; tries: number; sentences: string[] }[] = [];
    const clerk = async () => {
      for (let id = queue.pop(); id; id = queue.pop()) acknowledged.push(await receiveUntilAcknowledged(id));
    };
    setTimeout(() => clearInterval(cutting), 2500);
    await Promise.all(Array.from({ length: 8 }, clerk));
    clearInterval(cutting);
    const rows = (await owner.query<{ id: string; number: string }>("select id, number from matters.matters order by number"))
      .rows;
    const lines = (await owner.query<{ n: number }>("select count(*)::int as n from ledger.lines")).rows[0]!.n;
    await owner.end();
    expect(acknowledged).toHaveLength(ids.length);
    expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(lines).toBe(ids.length);
    expect(rows.map((row) => Number(row.number.slice(-6)))).toEqual(ids.map((_, index) => index + 1));
    expect(new Set(acknowledged.map((one) => one.number)).size).toBe(ids.length);
    const told = acknowledged.flatMap((one) => one.sentences);
    expect(told.length, "the cutting never hit a request").toBeGreaterThan(0);
    expect([...new Set(told)]).toEqual(["http.database-away"]);
  }, 60_000);
});
