import type { z } from "zod";
import type { LineTold } from "../../../ledger/index.ts";
import type { TimelineEntry } from "../../contract.ts";
import { type MatterAct, matterLifecycle } from "../../rules/lifecycle.ts";
import type { Books } from "../../store/books.ts";
import { ACT_TITLES, fieldWords } from "../act-words.ts";
import { contentOf, type Known, type LineRow } from "./line-content.ts";
import { reasonsIn } from "./reasons-in-a-line.ts";

/** A journal line together with who stood behind it, as far as the reader may know it. */
export const lineRow = (line: LineTold, behind: ReadonlyMap<string, string | null>): LineRow => ({
  id: line.id,
  act: line.act,
  at: line.at,
  device_at: line.deviceAt,
  version: line.version,
  text_group: line.textGroup,
  persons: behind.get(line.id) ?? null,
  erased: behind.get(line.id) === null,
});

const INTERNAL = new Set<string>([
  "note",
  "support-answer",
  "hand-back",
  "escalate",
  "rework",
  "urge",
  "join-parent",
  "open-identity",
]);
const CHANGES = new Set<string>(["accept", "correct", "dispatch", "redirect", "sign", "merge", "recompute-due"]);

/** One journal line as the timeline shows it: a post and its unit, or a resident's handle; never a person. */
export function asTimelineEntry(line: LineRow, known: Known): z.output<typeof TimelineEntry> {
  const { books, locale } = known;
  const content = contentOf(line);
  const act = line.act as MatterAct;
  const tells = matterLifecycle.acts[act] && "tells" in matterLifecycle.acts[act];
  const titles = ACT_TITLES[line.act];
  const words = content.text ?? content.reply ?? (line.act === "receive" ? null : null);
  const extra = [
    typeof content.lead === "string" ? `${locale === "en" ? "Lead" : "主办"}：${content.lead}` : "",
    Array.isArray(content.supports) && content.supports.length > 0
      ? `${locale === "en" ? "Support" : "协办"}：${content.supports.join("、")}`
      : "",
    typeof content.to === "string" ? `→ ${content.to}` : "",
    typeof content.groundName === "string" ? content.groundName : "",
    typeof content.reviewOn === "string" ? `${locale === "en" ? "Review on" : "复查日"} ${content.reviewOn}` : "",
    ...reasonsIn(content, line.at, known),
  ].filter(Boolean);
  return {
    id: line.id,
    act: act as never,
    at: line.at.toISOString(),
    deviceAt: line.device_at?.toISOString() ?? null,
    by: whoActed(line, known),
    audience: CHANGES.has(line.act)
      ? "change"
      : INTERNAL.has(line.act) ||
          (line.act === "grant-time" && content.overall !== true) ||
          (!tells && !["receive", "supplement", "rate", "also-met", "withdraw", "reopen"].includes(line.act))
        ? "internal"
        : "resident",
    title: titles ? titles[locale] : line.act,
    text: [words, ...extra].filter(Boolean).join("\n") || null,
    files: (content.files ?? []).flatMap((id) => (known.files.get(id) ? [known.files.get(id)!] : [])),
    changes: (content.changes ?? []).map((change) => ({
      field: change.field,
      label: fieldWords(change.field, locale),
      from: valueWords(books, change.field, change.from, locale),
      to: valueWords(books, change.field, change.to, locale),
    })),
    erased: line.erased,
  };
}

function whoActed(line: LineRow, { locale, posts, handles }: Known): string {
  const english = locale === "en";
  if (line.erased || !line.persons) return english ? "(erased)" : "（已清除）";
  const { actor } = JSON.parse(line.persons) as { actor: { role: string; post?: string; reporter?: string } };
  if (actor.reporter) return `${english ? "Resident" : "居民"} ${handles.get(actor.reporter) ?? ""}`.trim();
  const post = actor.post ? posts.get(actor.post) : undefined;
  if (post) return `${post.unit} · ${post.name}`;
  if (actor.role === "import") return english ? "Spreadsheet import" : "表格导入";
  if (actor.role === "jobs") return english ? "The system" : "系统";
  return english ? "An officer" : "经办岗";
}

function valueWords(books: Books, field: string, value: unknown, locale: "zh-CN" | "en"): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  if (field === "category")
    return (locale === "en" ? books.categories.get(text)?.name.en : books.categories.get(text)?.name.zh) ?? text;
  if (field === "place") return books.gazetteer.places.get(text)?.name ?? text;
  return fieldWords(`${field}.${text}`, locale, text);
}
