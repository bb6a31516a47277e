import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../apps/api/server.ts";
import { seedRegisters } from "../../apps/cli/seed.ts";
import type { KeyRing } from "../../apps/settings.ts";
import { type Database, openDatabase } from "../../foundation/db/pool.ts";
import { seedTeams } from "../../systems/teams/index.ts";
import { type BenchDatabase, type BenchServer, makeBenchDatabase } from "./bench-server.ts";

export const COUNTY = 410425;
/** Keys of a benchmark: nothing real is ever sealed with them. */
export const benchKeys = (): KeyRing => ({
  version: 1,
  identity: Buffer.alloc(32, 1),
  lookup: Buffer.alloc(32, 2),
  session: Buffer.alloc(32, 3),
});

export interface BenchCounty extends BenchDatabase {
  readonly db: Database;
  readonly made: boolean;
  close(): Promise<void>;
}

/** The demonstration county in a database of its own, without matters; every made-up account has the same random password. */
export async function makeBenchCounty(server: BenchServer, kind: string): Promise<BenchCounty> {
  const database = await makeBenchDatabase(server, kind);
  const db = openDatabase(database.runtimeUrl, { size: 16 });
  if (database.made) await seedRegisters(db, COUNTY, true);
  return {
    ...database,
    db,
    async close() {
      await db.close();
      await database.drop();
    },
  };
}

/** The product's own server over this county, on a port of its own. */
export async function serveBenchCounty(county: BenchCounty) {
  const dataFolder = mkdtempSync(join(tmpdir(), "linli-bench-data-"));
  const server = await startServer({
    db: county.db,
    county: COUNTY,
    port: 0,
    host: "127.0.0.1",
    dataFolder,
    keys: benchKeys(),
    services: ["api"],
    log: false,
  });
  return {
    url: server.url,
    async close() {
      await server.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Puts a made-up officer on this post (`county-centre.intake`) and signs in; the cookie to send. */
export async function signInOnPost(county: BenchCounty, url: string, ...posts: string[]): Promise<string> {
  const name = `bench-${randomBytes(4).toString("hex")}`;
  const password = randomBytes(12).toString("hex");
  await seedTeams(county.db, COUNTY, {
    units: [],
    posts: [],
    people: [
      { signInName: name, displayName: name, madeUp: true, password, posts: posts.map((post) => ({ post, from: "2026-01-01" })) },
    ],
  });
  const answer = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-linli": "1" },
    body: JSON.stringify({ name, password }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (!answer.ok || !cookie)
    throw new Error(`nobody could sign in on ${posts.join(", ")}: ${answer.status} ${await answer.text()}`);
  return cookie;
}
