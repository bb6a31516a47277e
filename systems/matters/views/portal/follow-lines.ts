import { type Actor, jobActor } from "../../../../foundation/db/actor.ts";
import { read, type Tx } from "../../../../foundation/db/pool.ts";
import type { Services } from "../../services.ts";

interface Persons {
  readonly actor: { readonly role: string; readonly post?: string; readonly reporter?: string };
  readonly persons: readonly string[];
}

/** A line of the matter's journal with what a resident may learn of who stood behind it. */
export interface FollowLine {
  readonly id: string;
  readonly act: string;
  readonly at: Date;
  readonly version: number;
  /** The unit that held it after this act. */
  readonly unit: string | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly files: readonly string[];
  readonly persons: Persons | null;
  /** 县住建局 承办岗: unit and post; null where no officer acted. */
  readonly post: string | null;
}

/**
 * The matter's lines, oldest first. The lines are read in the resident's own context, which reaches this one matter. Who acted is
 * not open to the portal's role at all: it is read by the jobs' role, and only posts and this reporter's own id come out of it.
 */
export async function followLines(services: Services, actor: Actor, tx: Tx, matterId: string): Promise<FollowLine[]> {
  const lines = await tx.query<{ id: string; act: string; at: Date; version: number; public_group: string; text_group: string }>(
    "select id, act, at, version, public_group, text_group from ledger.lines where county_code = $1 and matter_id = $2 and procedure_kind = 'matter' order by version limit 300",
    [actor.county, matterId],
  );
  const behind = await read<{ line: string; body: string | null; post: string | null }>(
    services.db,
    jobActor(actor.county),
    `select b.line_id as line, b.body, u.short_name || ' ' || p.name as post from residents.line_persons b
     left join teams.posts p on p.county_code = b.county_code and p.id = nullif(b.body::jsonb -> 'actor' ->> 'post', '')::uuid
     left join teams.units u on u.county_code = p.county_code and u.id = p.unit_id
     where b.county_code = $1 and b.matter_id = $2`,
    [actor.county, matterId],
  );
  const known = new Map(behind.map((row) => [row.line, row]));
  return lines.rows.map((line) => {
    const { content } = JSON.parse(line.text_group) as { content: Record<string, unknown> | null };
    const { unit } = JSON.parse(line.public_group) as { unit?: string };
    const body = known.get(line.id)?.body;
    return {
      id: line.id,
      act: line.act,
      at: line.at,
      version: line.version,
      unit: unit ?? null,
      content: content ?? {},
      files: Array.isArray(content?.files) ? (content.files as string[]) : [],
      persons: body ? (JSON.parse(body) as Persons) : null,
      post: known.get(line.id)?.post ?? null,
    };
  });
}
