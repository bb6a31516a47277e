import { execFile } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../foundation/root.ts";
import { once } from "./bench-server.ts";

/** Debian's pgbench: package postgresql-contrib or postgresql-15; the carried engine has none, but its server may be measured by it. */
export function findPgbench(): string {
  const found = ["/usr/bin/pgbench", ...globSync("/usr/lib/postgresql/*/bin/pgbench")].find(existsSync);
  if (!found) throw new Error("no pgbench here: apt-get install postgresql-15");
  return found;
}

/** A literal without a colon: pgbench takes one with a word behind it for a variable, in quotes too. */
const literal = (value: string) => `E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll(":", "\\x3a")}'`;

/** Scripts of matters received before (four, so that preparing them is soon done), filled with that matter's own values. */
async function writeScripts(ownerUrl: string, folder: string): Promise<string[]> {
  const template = readFileSync(join(root, "tests/bench/intake-reference.sql"), "utf8");
  const rows = await once<Record<string, string | null>>(
    ownerUrl,
    `select m.kind, m.category_code, m.urgency, m.title, m.body, m.door, m.received_by::text, m.place_id::text, m.township_id::text, m.village_id::text,
            l.public_group, l.text_group, l.salt_public::text as salt, p.body as persons, r.sealed::text, k.wrapped::text, s.tokens::text, c.result::text
     from matters.matters m join ledger.lines l using (county_code) join residents.line_persons p on p.line_id = l.id
     join residents.reporters r on r.matter_id = m.id join residents.data_keys k on k.matter_id = m.id
     join matters.search s on s.matter_id = m.id join foundation.commands c on c.command_id = l.command_id
     where l.matter_id = m.id and l.version = 1 and m.number not like '%-R%' order by md5(m.number) limit 4`,
  );
  return rows.map((row, index) => {
    const text = template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
      const value = row[name];
      return value === null || value === undefined ? "null" : literal(value);
    });
    const file = join(folder, `matter-${index}.sql`);
    writeFileSync(file, text);
    return file;
  });
}

/** Matters a second by the reference, 32 clients. `runtimeUrl` is a login that may become the desk's role. */
export async function runReference(ownerUrl: string, runtimeUrl: string, seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "linli-reference-"));
  try {
    const scripts = await writeScripts(ownerUrl, folder);
    const url = new URL(runtimeUrl);
    const { stdout, stderr } = await promisify(execFile)(
      findPgbench(),
      [
        "-n",
        "-M",
        "prepared",
        "-c",
        "32",
        "-j",
        "2",
        "-T",
        String(seconds),
        "-D",
        "n=0",
        "-D",
        `base=${Date.now() * 64}`,
        ...scripts.flatMap((file) => ["-f", file]),
      ],
      {
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          PGHOST: url.hostname,
          PGPORT: url.port,
          PGUSER: url.username,
          PGDATABASE: url.pathname.slice(1),
          PGOPTIONS: "-c role=linli_app -c linli.county=410425 -c linli.scope=county -c search_path=pg_catalog -c jit=off",
        },
      },
    );
    const rate = /tps = ([\d.]+) \(without initial/.exec(stdout)?.[1];
    if (!rate || /number of failed transactions: [1-9]/.test(stdout))
      throw new Error(`pgbench: ${stdout.slice(-500)} ${stderr.slice(-500)}`);
    return Number(rate);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
