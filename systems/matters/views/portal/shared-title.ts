import type { Locale } from "../../../../foundation/time/index.ts";
import type { Books } from "../../store/books.ts";

/** What a matter is called to one who only met the same: the title is cut from the first reporter's words. */
export function sharedTitle(books: Books, locale: Locale, categoryCode: string | null): string {
  const category = categoryCode ? books.categories.get(categoryCode) : undefined;
  if (locale === "en") return category ? `${category.name.en}: told by several` : "Told by several residents";
  return category ? `${category.name.zh}：几个人都说了的事` : "几个人都说了的事";
}
