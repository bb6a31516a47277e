import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { seedRegisters } from "../../apps/cli/seed.ts";
import { bindDoors, countyWords, portalRoutes } from "../../apps/portal/index.ts";
import { makeServices } from "../../apps/services.ts";
import type { Actor } from "../../foundation/db/actor.ts";
import { read } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { fixedClock } from "../../foundation/time/index.ts";
import { MatterActInput } from "../../systems/matters/contract.ts";
import { actOnMatter, type Services } from "../../systems/matters/index.ts";
import type { TestDatabase } from "../database.ts";

export const COUNTY = 410425;
const KEYS = { version: 1, identity: Buffer.alloc(32, 1), lookup: Buffer.alloc(32, 2), session: Buffer.alloc(32, 3) };

export interface PortalCountyUnderTest {
  readonly app: FastifyInstance;
  readonly origin: string;
  readonly services: Services;
  readonly clock: ReturnType<typeof fixedClock>;
  /** The only matter whose text holds these words. */
  find(words: string): Promise<{ id: string; number: string; version: number; state: string; title: string }>;
  /** An officer's act, on the version that is there now. */
  officer(matterId: string, act: Readonly<Record<string, unknown>> & { readonly act: string }, unit?: string): Promise<void>;
  stop(): Promise<void>;
}

type Rights = readonly string[];
const ALL: Rights = [
  "matters.receive",
  "matters.triage",
  "matters.dispatch",
  "matters.handle",
  "matters.verify",
  "matters.supervise",
  "matters.read",
];

/** The real portal over a seeded county in a database of its own. */
export async function startPortalCounty({ db }: TestDatabase, at: string): Promise<PortalCountyUnderTest> {
  await seedRegisters(db, COUNTY, true);
  const clock = fixedClock(at);
  const services = makeServices(db, KEYS, clock);
  const files = mkdtempSync(join(tmpdir(), "linli-portal-"));
  const app = Fastify({ logger: process.env.LINLI_PORTAL_LOG ? { level: "warn" } : false });
  await app.register(portalRoutes, {
    doors: bindDoors({ services, county: COUNTY, files, key: KEYS.session }),
    keys: KEYS,
    county: async () => countyWords(await services.books(COUNTY)),
    clock,
  });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  const officerOf = async (unitId: string | undefined, person: string): Promise<Actor> => {
    const books = await services.books(COUNTY);
    const unit = unitId ?? books.centre!.id;
    const posts = await read<{ id: string }>(
      db,
      { role: "jobs", county: COUNTY, units: [], places: [], scope: "county", rights: [], locale: "zh-CN" },
      "select id from teams.posts where county_code = $1 and unit_id = $2 order by code limit 1",
      [COUNTY, unit],
    );
    return {
      role: "app",
      county: COUNTY,
      person,
      post: posts[0]?.id,
      unit,
      units: [unit],
      places: [],
      scope: "county",
      rights: ALL,
      locale: "zh-CN",
    };
  };
  const jobs: Actor = { role: "jobs", county: COUNTY, units: [], places: [], scope: "county", rights: [], locale: "zh-CN" };
  return {
    app,
    origin,
    services,
    clock,
    async find(words) {
      const rows = await read<{ id: string; number: string; version: number; state: string; title: string }>(
        db,
        jobs,
        "select id, number, version, state, title from matters.matters where county_code = $1 and position($2 in body) > 0",
        [COUNTY, words],
      );
      if (rows.length !== 1) throw new Error(`${rows.length} matters hold ${words}`);
      return rows[0]!;
    },
    async officer(matterId, act, unit) {
      const rows = await read<{ version: number }>(
        db,
        jobs,
        "select version from matters.matters where county_code = $1 and id = $2",
        [COUNTY, matterId],
      );
      const input = MatterActInput.parse({ ...act, commandId: newId(), baseVersion: rows[0]!.version });
      await actOnMatter(
        services,
        await officerOf(
          unit,
          act.act === "close" ? "0199d1c0-0000-7000-8000-00000000000c" : "0199d1c0-0000-7000-8000-00000000000b",
        ),
        matterId,
        input,
      );
    },
    async stop() {
      await app.close();
      rmSync(files, { recursive: true, force: true });
    },
  };
}
