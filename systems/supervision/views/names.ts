import type { Actor } from "../../../foundation/db/actor.ts";
import type { Books } from "../../matters/index.ts";

/** The unit by id with its name in the reader's language. */
export function namedUnit(books: Books, actor: Pick<Actor, "locale">, id: string): { id: string; name: string } {
  const unit = books.units.get(id);
  return { id, name: (actor.locale === "en" && unit?.englishName) || unit?.name || "—" };
}

/** A term's name in the reader's language; the order's own date has none. */
export function termName(books: Books, actor: Pick<Actor, "locale">, term: string): string {
  const found = books.terms.get(term)?.[0];
  if (found) return (actor.locale === "en" && found.englishName) || found.name;
  return actor.locale === "en" ? "Date set from outside" : "外部规定期限";
}

/** 督〔2026〕1号: the document number as 公文 writes it. */
export function documentNumber(number: string | null, word: string): string | null {
  const parts = /-(\d{4})-D0*(\d+)$/.exec(number ?? "");
  return parts ? `${word}〔${parts[1]}〕${parts[2]}号` : null;
}
