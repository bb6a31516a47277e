import type { z } from "zod";
import type { Tx } from "../../../../foundation/db/pool.ts";
import type { Locale } from "../../../../foundation/time/index.ts";
import { getTerm, termWords } from "../../../clocks/index.ts";
import { type MatterPage, matterWords } from "../../contract.ts";
import type { Books } from "../../store/books.ts";
import type { ForAct } from "../../store/row.ts";
import { contentOf, type LineRow } from "./line-content.ts";

type Page = z.output<typeof MatterPage>;
const textOf = (line: LineRow | undefined): string | null => {
  const text = line && contentOf(line).text;
  return typeof text === "string" ? text : null;
};

/** What time was asked for, in one line, with the unit's reason: 申请「承办」延长 5 个工作日. */
export function timeAsked(books: Books, found: ForAct, lines: readonly LineRow[], locale: Locale): Page["asked"] {
  const { asked } = found.matter;
  if (!asked) return null;
  const clock = found.clocks.find((one) => one.id === asked.clock);
  const name = clock ? matterWords[locale].clocks[clock.clock] : "";
  const term = clock && clock.term_version > 0 ? getTerm(books.terms, clock.term, clock.term_version) : undefined;
  const ground = term?.pauses.find((one) => one.ground === asked.ground);
  const english = locale === "en";
  const more = term && asked.by ? termWords({ length: asked.by, unit: term.unit }, locale) : "";
  const sentence =
    asked.what === "pause"
      ? english
        ? `Asks that “${name}” stand still${ground ? `: ${ground.englishName || ground.name}` : ""}`
        : `申请「${name}」暂停计时${ground ? `：${ground.name}` : ""}`
      : english
        ? `Asks that “${name}” be extended by ${more}`
        : `申请「${name}」延长${more}`;
  return {
    clock: name,
    what: asked.what,
    ground: asked.ground,
    by: asked.by,
    at: new Date(asked.at).toISOString(),
    unit: books.units.get(asked.unit)?.name ?? "",
    reason: textOf(lines.find((one) => one.act === "ask-for-time")),
    basis: (asked.what === "pause" ? ground?.basis : term?.extension?.basis) ?? null,
    resident: clock?.id === found.matter.clock_id,
    sentence,
  };
}

/** The objection that waits for a ruling: which unit, why, and what rules and catalogue had proposed. */
export async function objectionOf(
  tx: Tx,
  books: Books,
  found: ForAct,
  lines: readonly LineRow[],
  locale: Locale,
): Promise<Page["objection"]> {
  const { matter } = found;
  const line = matter.state === "objected" ? lines.find((one) => one.act === "hand-back") : undefined;
  if (!line) return null;
  const code = contentOf(line).ground;
  const ground = (books.data["hand-back-reasons"] ?? []).find((one) => one.code === code);
  const kept = await tx.query<{ unit: string | null; supports: string[]; rule: string }>(
    `select unit, supports, rule from matters.proposals where county_code = $1 and matter_id = $2 order by version desc limit 1`,
    [matter.county_code, matter.id],
  );
  const proposal = kept.rows[0];
  const rule = books.data.rules?.rules.find((one) => one.id === proposal?.rule);
  return {
    unit: books.units.get(matter.lead_unit ?? "")?.name ?? "",
    at: line.at.toISOString(),
    ground: ground ? (locale === "en" ? ground.name.en : ground.name.zh) : null,
    reason: textOf(line),
    proposed: proposal
      ? {
          unit: proposal.unit ? (books.units.get(proposal.unit)?.name ?? null) : null,
          supports: proposal.supports.flatMap((id) => books.units.get(id)?.name ?? []),
          why: rule?.reason ?? null,
        }
      : null,
  };
}
