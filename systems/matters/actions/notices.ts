import type { Actor } from "../../../foundation/db/actor.ts";
import { newId } from "../../../foundation/ids.ts";
import { formatDateWithWeekday } from "../../../foundation/time/index.ts";
import { type MatterAct, matterLifecycle } from "../rules/lifecycle.ts";
import type { Books } from "../store/books.ts";
import type { ForAct, MatterRow } from "../store/row.ts";
import type { Effects } from "./effects/shape.ts";

interface Telling {
  readonly row: MatterRow;
  readonly act: MatterAct;
  readonly effects: Effects;
  readonly reporters: ForAct["reporters"];
  readonly now: Date;
  readonly actor: Actor;
}

/** The sentence a resident is told for an act of the spine; never a person's name, always the unit and what comes next. */
export function noticeWords(
  books: Books,
  act: MatterAct,
  row: Pick<MatterRow, "number" | "title" | "lead_unit" | "due_at" | "state" | "merged_into" | "review_on">,
  content: Record<string, unknown>,
): string | undefined {
  const unit = row.lead_unit ? (books.units.get(row.lead_unit)?.name ?? "") : "";
  const said = typeof content.text === "string" ? content.text : "";
  const head = `【${books.centre?.shortName ?? "邻里"}】${row.number}「${row.title}」：`;
  const due = formatDateWithWeekday(new Date(row.due_at), "zh-CN");
  switch (matterLifecycle.acts[act] && "tells" in matterLifecycle.acts[act] ? matterLifecycle.acts[act].tells : undefined) {
    case "received":
      return `${head}已经收下，预计最晚${due}办完；受理时再告诉您准日子。`;
    case "accepted":
      return `${head}已受理，最晚${due}办完。`;
    case "not-accepted":
      return `${head}不予受理。${said}${typeof content.right === "string" ? ` ${content.right}` : ""}`;
    case "dispatched":
      return `${head}已交给${unit}办理，最晚${due}办完。`;
    case "progress":
      return `${head}${said || "已继续办理。"}`;
    case "question":
      return `${head}有一句话要问您：${said}`;
    case "answered":
      return `${head}${said}`;
    case "closed":
      return `${head}已办结。您可以评价；觉得没办好，可以要求重新办。`;
    case "shelved":
      return `${head}暂时办不了，先挂账，${row.review_on ?? ""} 再查。${said}`;
    case "extended":
      return content.overall ? `${head}办理时间有变动，最晚${due}办完。${said}` : undefined;
    case "merged":
      return `${head}与另一件同一件事并到一起办，您的编号照样能查。`;
    case "reopened":
      return `${head}重新办理。`;
    default:
      return undefined;
  }
}

/** Who is told of this act: each reporter who has not asked for silence, and the units that must act next. */
export function noticesOf(books: Books, { row, act, effects, reporters, now, actor }: Telling): Record<string, unknown>[] {
  const words = noticeWords(books, act, row, effects.content);
  const at = now.toISOString();
  const residents = words
    ? reporters.map((reporter) => ({
        id: newId(),
        reporter_id: reporter.id,
        unit_id: null,
        kind: act,
        channel: "list",
        state: reporter.quiet ? "silent" : "told",
        words,
        at,
      }))
    : [];
  const units = [...new Set(effects.tellUnits)]
    .filter((unit) => !actor.units.includes(unit))
    .map((unit) => ({
      id: newId(),
      reporter_id: null,
      unit_id: unit,
      kind: act,
      channel: "list",
      state: "waiting",
      words: `${row.number}「${row.title}」`,
      at,
    }));
  return [...residents, ...units];
}
