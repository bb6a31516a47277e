import { hash } from "node:crypto";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { appendLine, makeLine } from "../../ledger/index.ts";
import { Platforms } from "../../matters/contract.ts";
import type { Services } from "../../matters/index.ts";
import { keepPersons } from "../../residents/index.ts";
import { fileLifecycle } from "../rules/lifecycle.ts";
import { whatIsSent } from "../rules/what-is-sent.rule.ts";
import { asSentFile, FILE_COLUMNS, type FileRow, layoutOf, ordersOfFile, ordersReady } from "../views/orders.ts";
import { evidenceNames, renderFile } from "../views/render-file.ts";

interface Asked {
  readonly commandId: string;
  readonly id: string;
  readonly platform: string;
  readonly form: "csv" | "xlsx";
}
type Sent = ReturnType<typeof asSentFile>;

function mayExport(actor: Actor): void {
  // the command line acts as the machine's own administrator, everyone else by their right and for the whole county
  if (actor.role === "jobs" || (actor.rights.includes("matters.export") && actor.scope === "county")) return;
  throw new Refusal("access.right-needed", { right: "matters.export" }, { status: 403 });
}

const lineOf = (actor: Actor, row: FileRow, act: "send" | "send-again", at: Date, commandId: string) =>
  makeLine({
    county: actor.county,
    id: newId(),
    procedure: { kind: fileLifecycle.procedure, id: row.id },
    version: row.version,
    act,
    at,
    command: commandId,
    facts: {
      state: "sent",
      rules: { platforms: row.layout_version },
      facts: { platform: row.platform, form: row.form, rows: row.rows, sent: row.sent_at.toISOString(), sendings: row.sendings },
    },
    persons: {
      actor: {
        role: actor.role === "app" ? "app" : "jobs",
        ...(actor.person && { person: actor.person }),
        ...(actor.post && { post: actor.post }),
      },
      persons: [],
    },
    text: { attachments: [row.sha256.toString("hex")] },
  });

const nameOf = async (services: Services, actor: Actor, code: string) => {
  const books = await services.books(actor.county);
  return books.data.platforms?.platforms.find((one) => one.code === code)?.name[actor.locale === "en" ? "en" : "zh"] ?? code;
};

/**
 * Makes the file of the replies that are ready, in the platform's own columns; every answer in it is remembered and goes in no other
 * file. The same id sent again is the same file. Throws `orders.nothing-to-send`, `orders.no-such-platform`.
 */
export async function sendReplies(services: Services, actor: Actor, asked: Asked): Promise<Sent> {
  mayExport(actor);
  const { layout, version } = await layoutOf(services, actor.county, asked.platform);
  const books = await services.books(actor.county);
  const at = services.clock.now();
  const row = await withActor(services.db, actor, async (tx): Promise<FileRow> => {
    // two files made at once must not hold the same answer
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 147))", [`${actor.county} ${asked.platform}`]);
    const made = await findFile(tx, actor.county, asked.id);
    if (made) return made;
    const rows = (await ordersReady(tx, actor.county, asked.platform)).filter((order) => "word" in whatIsSent(order, layout));
    if (rows.length === 0) throw new Refusal("orders.nothing-to-send", {});
    const { sha256 } = await renderFile(rows, layout, asked.form, books, await evidenceNames(tx, actor.county, rows));
    const file: FileRow = {
      id: asked.id,
      version: 1,
      platform: asked.platform,
      layout_version: version,
      form: asked.form,
      rows: rows.length,
      sent_at: at,
      sendings: 1,
      sha256: Buffer.from(sha256, "hex"),
      head_leaf: Buffer.alloc(0),
    };
    const line = await appendLine(tx, lineOf(actor, file, "send", at, asked.commandId), keepPersons);
    await tx.query(
      `insert into orders.files (county_code, id, version, platform, layout_version, form, rows, sent_at, sendings, sha256, head_leaf)
       values ($1, $2, 1, $3, $4, $5, $6, $7, 1, $8, $9)`,
      [actor.county, file.id, file.platform, version, file.form, file.rows, at, file.sha256, line.leaf],
    );
    await tx.query(
      `insert into orders.rows (county_code, matter_id, state, answer_version, file_id, place)
       select $1, r.matter, r.state, r.version, $2, r.place from unnest($3::uuid[], $4::text[], $5::integer[]) with ordinality r(matter, state, version, place)`,
      [
        actor.county,
        file.id,
        rows.map((one) => one.id),
        rows.map((one) => one.state),
        rows.map((one) => one.answer_version ?? 0),
      ],
    );
    return file;
  });
  return asSentFile(row, await nameOf(services, actor, row.platform));
}

async function findFile(tx: Tx, county: number, id: string, lock = ""): Promise<FileRow | undefined> {
  const { rows } = await tx.query<FileRow>(`select ${FILE_COLUMNS} from orders.files where county_code = $1 and id = $2${lock}`, [
    county,
    id,
  ]);
  return rows[0];
}

/** The same file once more, because the platform asked: journalled, its answers as they were. Throws `orders.no-such-file`. */
export async function sendAgain(services: Services, actor: Actor, id: string, commandId: string): Promise<Sent> {
  mayExport(actor);
  const at = services.clock.now();
  const row = await withActor(services.db, actor, async (tx) => {
    const file = await findFile(tx, actor.county, id, " for update");
    if (!file) throw new Refusal("orders.no-such-file", {}, { status: 404 });
    const asked = hash("sha256", `send-again ${id}`, "buffer");
    const known = await tx.query<{ request_hash: Buffer }>(
      "select request_hash from foundation.commands where county_code = $1 and command_id = $2",
      [actor.county, commandId],
    );
    if (known.rows[0]) {
      if (!known.rows[0].request_hash.equals(asked)) throw new Refusal("command.other-body", {}, { status: 409 });
      return file;
    }
    const next = { ...file, version: file.version + 1, sendings: file.sendings + 1 };
    const line = await appendLine(tx, lineOf(actor, next, "send-again", at, commandId), keepPersons);
    await tx.query("update orders.files set version = $3, sendings = $4, head_leaf = $5 where county_code = $1 and id = $2", [
      actor.county,
      id,
      next.version,
      next.sendings,
      line.leaf,
    ]);
    await tx.query(
      "insert into foundation.commands (county_code, command_id, request_hash, result, at) values ($1, $2, $3, '{}', $4)",
      [actor.county, commandId, asked, at],
    );
    return next;
  });
  return asSentFile(row, await nameOf(services, actor, row.platform));
}

/** The bytes of a file that was made, in the layout of then. Throws `orders.no-such-file`. */
export async function bytesOfFile(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ name: string; form: "csv" | "xlsx"; bytes: Buffer }> {
  mayExport(actor);
  const books = await services.books(actor.county);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const file = await findFile(tx, actor.county, id);
      if (!file) throw new Refusal("orders.no-such-file", {}, { status: 404 });
      const { rows: kept } = await tx.query<{ body: unknown }>("select matters.data_of($1, 'platforms', $2) as body", [
        actor.county,
        file.layout_version,
      ]);
      const layout = Platforms.parse(kept[0]?.body).platforms.find((one) => one.code === file.platform);
      if (!layout) throw new Refusal("orders.no-such-platform", { platform: file.platform }, { status: 404 });
      const rows = await ordersOfFile(tx, actor.county, id);
      const { bytes } = await renderFile(rows, layout, file.form, books, await evidenceNames(tx, actor.county, rows));
      return { name: `linli-${file.platform}-${file.sent_at.toISOString().slice(0, 10)}.${file.form}`, form: file.form, bytes };
    },
    { readOnly: true, snapshot: true },
  );
}
