/** A column's or field's name without what does not name it: case, width, spaces, marks of obligation, notes in brackets. */
export function bareName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, "")
    .replace(/[*:：#"'“”]/g, "")
    .replace(/[\s_\-./\\·]+/g, " ")
    .trim();
}

const isLatin = (text: string): boolean => /^[\p{ASCII}]*$/u.test(text);

function pieces(text: string): string[] {
  if (isLatin(text)) return text.split(" ");
  const plain = text.replace(/ /g, "");
  return plain.length < 2 ? [plain] : Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2));
}

/**
 * How alike two bare names are, 0–1. Equal is 1. In Chinese the last word names the thing and what stands before says which, so a
 * common ending counts more than a common beginning: 登记时间 is nearer to 时间 than to 登记人.
 */
export function similarity(name: string, other: string): number {
  const one = name.replace(/ /g, "");
  const two = other.replace(/ /g, "");
  if (one === "" || two === "") return 0;
  if (one === two) return 1;
  const [shorter, longer] = one.length <= two.length ? [one, two] : [two, one];
  const ratio = shorter.length / longer.length;
  if (isLatin(name) && isLatin(other)) {
    const tokens = new Set(name.split(" "));
    const others = new Set(other.split(" "));
    const common = [...tokens].filter((token) => others.has(token)).length;
    if (common > 0) return 0.45 + 0.45 * (common / Math.max(tokens.size, others.size));
    return shorter.length >= 4 && longer.startsWith(shorter) ? 0.5 + 0.3 * ratio : 0;
  }
  if (shorter.length >= 2 && longer.endsWith(shorter)) return 0.6 + 0.3 * ratio;
  if (shorter.length >= 2 && longer.includes(shorter)) return 0.35 + 0.3 * ratio;
  const grams = pieces(name);
  const left = pieces(other);
  const common = grams.filter((gram) => left.includes(gram)).length;
  return (2 * common) / (grams.length + left.length) / 1.5;
}
