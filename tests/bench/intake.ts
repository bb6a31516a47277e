// Intake over HTTP against the fixed reference, paired within each round. `--rounds 5 --seconds 10`
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../foundation/root.ts";
import { type BenchCounty, makeBenchCounty, serveBenchCounty, signInOnPost } from "./bench-county.ts";
import { once, startBenchServer } from "./bench-server.ts";
import type { ClientFindings, ClientOrders } from "./intake-client.ts";
import { runReference } from "./intake-reference.ts";
import { load, median, option, sayMachine, sayTable } from "./report.ts";
import { makeTexts } from "./texts.ts";

const CLIENTS = 32;

export const postsOfTownships = async (county: BenchCounty): Promise<string[]> =>
  (
    await once<{ code: string }>(
      county.ownerUrl,
      "select p.code from teams.posts p join teams.units u on u.id = p.unit_id where u.kind = 'township centre' and p.code like '%.intake' order by 1",
    )
  ).map((row) => row.code);

/** Bodies of the texts, half of them with a village that the clerk chose. */
export async function makeBodies(county: BenchCounty, many: number): Promise<object[]> {
  const villages = await once<{ id: string }>(
    county.ownerUrl,
    "select place_id as id from territory.place_states where committee is not null and to_version is null order by md5(code)",
  );
  return makeTexts(many, 7).map((text, index) => ({
    v: 1,
    door: "hotline",
    title: text.title,
    text: text.body,
    kind: text.kind,
    categoryCode: text.category,
    urgency: "ordinary",
    place: index % 2 ? { placeId: villages[index % villages.length]!.id } : {},
    reporter: { name: "示例", phone: "13800000000", wantsSecrecy: false, quiet: false },
    files: [],
    confirmed: false,
  }));
}

export async function runClient(orders: ClientOrders): Promise<ClientFindings> {
  const folder = mkdtempSync(join(tmpdir(), "linli-client-"));
  try {
    writeFileSync(join(folder, "orders.json"), JSON.stringify(orders));
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(root, "tests/bench/intake-client.ts"),
      join(folder, "orders.json"),
    ]);
    return JSON.parse(stdout) as ClientFindings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run of the bench; the figures of every round, for the report and for the smoke test. */
export async function benchIntake(rounds: number, seconds: number) {
  const server = await startBenchServer();
  sayMachine(server.version);
  const county = await makeBenchCounty(server, "intake");
  const api = await serveBenchCounty(county);
  try {
    const { hostname: host, port } = new URL(api.url);
    const posts = await postsOfTownships(county);
    const cookies = await Promise.all(["county-centre.intake", ...posts].map((post) => signInOnPost(county, api.url, post)));
    const orders = { host, port: Number(port), clients: CLIENTS, bodies: await makeBodies(county, 256) };
    const run = async (more: Pick<ClientOrders, "cookies" | "seconds"> & { rate?: number }) => {
      const found = await runClient({ ...orders, ...more });
      if (found.failed > 0 || found.done === 0) throw new Error(`${found.failed} requests failed, ${found.done} were well`);
      return found;
    };
    await run({ cookies, seconds: Math.min(seconds, 3) });
    const figures = [];
    for (let round = 1; round <= rounds; round += 1) {
      const began = load();
      const reference = await runReference(county.ownerUrl, county.runtimeUrl, seconds);
      const many = await run({ cookies, seconds });
      const one = await run({ cookies: cookies.slice(0, 1), seconds });
      const calm = await run({ cookies, seconds, rate: (0.7 * many.done) / many.seconds });
      const figure = {
        reference,
        units16: many.done / many.seconds,
        unit1: one.done / one.seconds,
        ratio16: many.done / many.seconds / reference,
        ratio1: one.done / one.seconds / reference,
        p99at100: many.p99,
        calmRate: calm.done / calm.seconds,
        p50at70: calm.p50,
        p99at70: calm.p99,
        load: began,
      };
      figures.push(figure);
      sayTable(`round ${round}`, [figure]);
    }
    const rows = (await once<{ gaps: number }>(
      county.ownerUrl,
      `select count(*)::int as gaps from (select c.last, (select count(*) from matters.matters m join teams.units u on u.id = c.unit_id
         where m.number ~ ('^' || u.number_prefix || '-' || c.year || '-\\d+$')) as given from matters.counters c) x where last <> given`,
    )) as [{ gaps: number }];
    if (rows[0].gaps > 0) throw new Error(`${rows[0].gaps} series of numbers have gaps`);
    return figures;
  } finally {
    await api.close();
    await county.close();
    await server.stop();
  }
}

if (import.meta.main) {
  const figures = await benchIntake(option("rounds", 5), option("seconds", 10));
  const of = (pick: (figure: (typeof figures)[number]) => number) => median(figures.map(pick));
  sayTable(`medians of ${figures.length} rounds, matters a second over HTTP, ${CLIENTS} clients`, [
    { measured: "reference (pgbench, no counter)", figure: of((f) => f.reference), aim: "" },
    { measured: "16 units", figure: of((f) => f.units16), aim: "" },
    { measured: "16 units ÷ reference", figure: of((f) => f.ratio16), aim: "≥ 0.8" },
    { measured: "one unit ÷ reference", figure: of((f) => f.ratio1), aim: "≥ 0.6" },
    { measured: "p50 ms at 0.7 of the load", figure: of((f) => f.p50at70), aim: "" },
    { measured: "p99 ms at 0.7 of the load", figure: of((f) => f.p99at70), aim: "≤ 100" },
  ]);
}
