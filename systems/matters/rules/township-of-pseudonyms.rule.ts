const PSEUDONYM = /(?<![A-Za-z0-9])[A-Z]\d{0,2}[市区县]/g;

/** Code of the township that the pseudonyms in a text (A3区) stand for by the county's table: the first that names one, else null. */
export function townshipOfPseudonyms(table: ReadonlyMap<string, string | null>, text: string): string | null {
  for (const [pseudonym] of text.matchAll(PSEUDONYM)) {
    const township = table.get(pseudonym);
    if (township) return township;
  }
  return null;
}
