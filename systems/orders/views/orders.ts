import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Platform } from "../../matters/contract.ts";
import type { Services } from "../../matters/index.ts";
import type { listOrders as route } from "../contract.ts";
import { whatIsSent } from "../rules/what-is-sent.rule.ts";

/** An order with the answer that is to be sent, or was. */
export interface OrderRow {
  readonly id: string;
  readonly state: string;
  readonly number: string;
  readonly title: string;
  readonly lead_unit: string | null;
  readonly received_by: string;
  readonly due_at: Date;
  readonly closed_at: Date | null;
  readonly outcome: string | null;
  readonly secrecy: boolean;
  readonly external: { readonly platform: string; readonly number: string; readonly columns?: Readonly<Record<string, string>> };
  readonly answer_version: number | null;
  readonly answered_at: Date | null;
  readonly reply: string | null;
  readonly files: readonly string[];
}
const COLUMNS = `o.id, o.state, o.number, o.title, o.lead_unit, o.received_by, o.due_at, o.closed_at, o.outcome, o.secrecy, o.external,
  a.version as answer_version, a.at as answered_at, a.words as reply, coalesce(a.files, '[]') as files`;

/** Answered, closed or handed back, and that answer in no file yet. At most 5,000 at a time. */
export async function ordersReady(tx: Tx, county: number, platform: string): Promise<OrderRow[]> {
  const { rows } = await tx.query<OrderRow>(
    `select ${COLUMNS} from matters.orders_from_above o left join lateral ledger.last_answer(o.county_code, o.id) a on true
     where o.county_code = $1 and o.external ->> 'platform' = $2 and o.state in ('answered', 'closed', 'not-accepted')
       and not exists (select from orders.rows r where r.county_code = $1 and r.matter_id = o.id and r.state = o.state and r.answer_version = coalesce(a.version, 0))
     order by o.id limit 5000`,
    [county, platform],
  );
  return rows;
}

/** The answers of one file in its order, as they stood in the line that was sent. */
export async function ordersOfFile(tx: Tx, county: number, file: string): Promise<OrderRow[]> {
  const { rows } = await tx.query<OrderRow>(
    `select ${COLUMNS.replace("o.state,", "r.state,")} from orders.rows r
     join matters.orders_from_above o on o.county_code = r.county_code and o.id = r.matter_id
     left join lateral ledger.last_answer(r.county_code, r.matter_id, r.answer_version) a on true
     where r.county_code = $1 and r.file_id = $2 order by r.place`,
    [county, file],
  );
  return rows;
}

export interface FileRow {
  readonly id: string;
  readonly version: number;
  readonly platform: string;
  readonly layout_version: number;
  readonly form: "csv" | "xlsx";
  readonly rows: number;
  readonly sent_at: Date;
  readonly sendings: number;
  readonly sha256: Buffer;
  readonly head_leaf: Buffer;
}
export const FILE_COLUMNS = "id, version, platform, layout_version, form, rows, sent_at, sendings, sha256, head_leaf";

/** The layout of a platform as the county has it now. Throws `orders.no-such-platform`. */
export async function layoutOf(services: Services, county: number, code: string): Promise<{ layout: Platform; version: number }> {
  const books = await services.books(county);
  const layout = books.data.platforms?.platforms.find((one) => one.code === code);
  if (!layout) throw new Refusal("orders.no-such-platform", { platform: code }, { status: 404 });
  return { layout, version: books.versions.platforms ?? 0 };
}

export const asSentFile = (row: FileRow, name: string) => ({
  id: row.id,
  platform: row.platform,
  platformName: name,
  form: row.form,
  rows: row.rows,
  sentAt: row.sent_at.toISOString(),
  sendings: row.sendings,
});

/** One platform's orders: ready, not to be sent with the reason, still open, and the files so far. */
export async function listOrders(
  services: Services,
  actor: Actor,
  asked: string | undefined,
): Promise<z.input<typeof route.answer>> {
  const books = await services.books(actor.county);
  const platforms = books.data.platforms?.platforms ?? [];
  const lang = actor.locale === "en" ? "en" : "zh";
  const layout = asked === undefined ? platforms[0] : (await layoutOf(services, actor.county, asked)).layout;
  const name = (code: string) => platforms.find((one) => one.code === code)?.name[lang] ?? code;
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const found = layout ? await ordersReady(tx, actor.county, layout.code) : [];
      const listed = (row: OrderRow) => ({
        matter: row.id,
        number: row.number,
        theirs: row.external.number,
        title: row.title,
        state: row.state,
        dueAt: row.due_at.toISOString(),
      });
      const sent = found.map((row) => ({ row, sent: whatIsSent(row, layout!) }));
      const { rows: files } = await tx.query<FileRow>(
        `select ${FILE_COLUMNS} from orders.files where county_code = $1 order by sent_at desc, id limit 50`,
        [actor.county],
      );
      const { rows: open } = await tx.query<{ n: number }>(
        `select count(*)::integer as n from matters.orders_from_above where county_code = $1 and external ->> 'platform' = $2
           and state in ('received', 'accepted', 'dispatched', 'handling', 'objected', 'shelved')`,
        [actor.county, layout?.code ?? ""],
      );
      return {
        platforms: platforms.map((one) => ({
          code: one.code,
          name: one.name[lang],
          columns: one.columns.map((column) => column.name),
          trust: one.trust,
        })),
        platform: layout?.code ?? null,
        ready: sent.flatMap(({ row, sent: one }) => ("word" in one ? [{ ...listed(row), word: one.word }] : [])),
        cannot: sent.flatMap(({ row, sent: one }) => ("reason" in one ? [{ ...listed(row), reason: one.reason }] : [])),
        open: open[0]!.n,
        files: files.map((file) => asSentFile(file, name(file.platform))),
      };
    },
    { readOnly: true, snapshot: true },
  );
}
