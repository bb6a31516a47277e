import type { Actor } from "../../../../foundation/db/actor.ts";
import { read } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { Services } from "../../services.ts";
import type { ImportRecord } from "./shapes.ts";

/** The import is at another point of its way. */
export const notNow = (state: string) => new Refusal("imports.not-from-this-state", { state }, { status: 409 });

/** Why an import cannot be undone now; nothing where it can. */
export async function whyNotUndone(services: Services, actor: Actor, record: ImportRecord): Promise<Refusal | undefined> {
  if (record.state !== "done" && record.state !== "stopped") return notNow(record.state);
  const [acted] = await read<{ number: string }>(
    services.db,
    actor,
    "select number from matters.matters where county_code = $1 and import_id = $2 and version > 1 order by id limit 1",
    [actor.county, record.id],
  );
  return acted && new Refusal("imports.acted-on", { number: acted.number }, { status: 409 });
}
