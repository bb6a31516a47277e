/** A title from what was said, where the speaker gave none: the first clause, at most thirty characters, cut at a mark where one stands. */
export function titleOfAMatter(title: string | undefined, text: string): string {
  if (title?.trim()) return [...title.trim()].slice(0, 120).join("");
  const clean = text.replace(/\s+/g, " ").trim();
  const clause = clean.split(/[。！？!?；;\n]/, 1)[0] ?? clean;
  const characters = [...clause];
  if (characters.length <= 30) return clause || clean.slice(0, 30);
  const mark = clause.slice(0, 30).search(/[，,、：:][^，,、：:]*$/);
  return mark >= 8 ? clause.slice(0, mark) : `${characters.slice(0, 29).join("")}…`;
}
