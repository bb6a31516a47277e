import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import type { WarningLadder } from "../../clocks/index.ts";
import type { Settings } from "../contract.ts";
import { defaultSettings } from "../rules/default-settings.table.ts";

/** The settings in force and their version; version 0 is what the product brings until the county sets its own. */
export async function settingsInForce(db: Database, actor: Actor): Promise<{ version: number; settings: Settings }> {
  const rows = await read<{ version: number; body: Settings }>(
    db,
    actor,
    "select version, body from supervision.settings where county_code = $1 order by version desc limit 1",
    [actor.county],
  );
  return rows[0] ? { version: rows[0].version, settings: rows[0].body } : { version: 0, settings: defaultSettings };
}

export const ladderOf = ({ steps, quietFrom, quietUntil }: Settings): WarningLadder => ({ steps, quietFrom, quietUntil });
