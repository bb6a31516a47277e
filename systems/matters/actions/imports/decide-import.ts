import type { Actor } from "../../../../foundation/db/actor.ts";
import type { Tx } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { Services } from "../../services.ts";
import type { ImportField } from "../../store/imports/fields.table.ts";
import { getImport, setImport } from "../../store/imports/import-store.ts";
import type { ImportRecord } from "../../store/imports/shapes.ts";
import { notNow, whyNotUndone } from "../../store/imports/why-not-undone.ts";

export type ImportWork = "import.check" | "import.run" | "import.undo" | "import.index";

/** Tells the jobs what to do, in the transaction that decides it: an officer may not write to the queue, but to the outbox. */
export const askJobs = (tx: Tx, county: number, work: ImportWork, id: string, at: Date): Promise<unknown> =>
  tx.query("insert into foundation.outbox (county_code, id, event, body, at) values ($1, $2, $3, $4::jsonb, $5)", [
    county,
    newId(),
    work,
    JSON.stringify({ import: id }),
    at,
  ]);

export interface ChosenMapping {
  readonly columns: readonly { readonly index: number; readonly field: ImportField }[];
  readonly shiftYears: number;
  readonly pseudonyms: boolean;
}

/** Takes a person's mapping and has it tried on every row, by the jobs or by a caller that runs it itself. Throws `imports.text-column-needed`, `imports.field-twice`, `imports.no-pseudonyms`, `imports.not-from-this-state`. */
export async function startCheck(
  services: Services,
  actor: Actor,
  id: string,
  chosen: ChosenMapping,
  by: "jobs" | "caller" = "jobs",
): Promise<void> {
  const record = await getImport(services, actor, id);
  const fields = new Map(chosen.columns.map((column) => [column.index, column.field]));
  const used = [...fields.values()].filter((field) => field !== "ignore");
  if (!used.includes("text") && !used.includes("title")) throw new Refusal("imports.text-column-needed");
  if (new Set(used).size !== used.length) throw new Refusal("imports.field-twice");
  const books = await services.books(actor.county);
  if (chosen.pseudonyms && !books.data.pseudonyms) throw new Refusal("imports.no-pseudonyms");
  const columns = record.columns.map((column) => {
    const field = fields.get(column.index) ?? "ignore";
    return field === column.field ? column : { ...column, field, reason: "chosen", confidence: 1 };
  });
  const done = await setImport(
    services,
    actor,
    id,
    ["uploaded", "checked", "failed"],
    {
      state: "dry-run",
      columns,
      shift_years: chosen.shiftYears,
      pseudonyms: chosen.pseudonyms,
      read_rows: 0,
      new_rows: 0,
      skipped_rows: 0,
      error_rows: 0,
      notes: {},
      problems: [],
      resume_row: 0,
      worked_seconds: 0,
      failure: null,
    },
    by === "jobs" ? async (tx) => void (await askJobs(tx, actor.county, "import.check", id, services.clock.now())) : undefined,
  );
  if (!done) throw notNow(record.state);
}

/** A person has seen the dry run and wants the rows in; a stopped import goes on where it stands. A repeat changes nothing. */
export async function confirmImport(services: Services, actor: Actor, id: string, by: "jobs" | "caller" = "jobs"): Promise<void> {
  const record = await getImport(services, actor, id);
  if (record.state === "running" || record.state === "done") return;
  const now = services.clock.now();
  const ask = by === "jobs" ? async (tx: Tx) => void (await askJobs(tx, actor.county, "import.run", id, now)) : undefined;
  const done =
    record.resume_row > 0
      ? await setImport(services, actor, id, ["stopped", "failed"], { state: "running", failure: null }, ask)
      : await setImport(
          services,
          actor,
          id,
          ["checked", "stopped"],
          {
            state: "running",
            read_rows: 0,
            new_rows: 0,
            skipped_rows: 0,
            error_rows: 0,
            notes: emptyRows(record),
            problems: [],
            worked_seconds: 0,
            started_at: now,
            by_post: actor.post ?? record.by_post,
            failure: null,
          },
          ask,
        );
  if (!done) throw notNow(record.state);
}

const emptyRows = (record: ImportRecord): Record<string, number> =>
  record.notes["imports.empty-rows"] ? { "imports.empty-rows": record.notes["imports.empty-rows"] } : {};

/** What is in stays in and can be gone on with; a dry run can be started anew. */
export async function stopImport(services: Services, actor: Actor, id: string): Promise<void> {
  const record = await getImport(services, actor, id);
  if (record.state === "stopped") return;
  const done =
    record.state === "dry-run"
      ? await setImport(services, actor, id, ["dry-run"], { state: "uploaded" })
      : await setImport(services, actor, id, ["running"], { state: "stopped" });
  if (!done) throw notNow(record.state);
}

/** Every row will be withdrawn, numbers kept. Throws `imports.acted-on` where somebody acted on one, `imports.not-from-this-state`. */
export async function startUndo(services: Services, actor: Actor, id: string): Promise<void> {
  const record = await getImport(services, actor, id);
  if (record.state === "undoing" || record.state === "undone") return;
  const refused = await whyNotUndone(services, actor, record);
  if (refused) throw refused;
  const done = await setImport(
    services,
    actor,
    id,
    ["done", "stopped"],
    { state: "undoing", undone_rows: 0, kept_rows: 0 },
    async (tx) => void (await askJobs(tx, actor.county, "import.undo", id, services.clock.now())),
  );
  if (!done) throw notNow(record.state);
}
