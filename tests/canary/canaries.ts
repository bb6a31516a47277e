/**
 * Thirty kinds of what would tell who said it or what, each made of one number a history: found again in any answer or row, however it is
 * spaced. Nothing here is a real person's.
 */
export const CANARIES = {
  name: (n: string) => `虚构${n}`,
  telephone: (n: string) => `139${n}`,
  "telephone with spaces": (n: string) => `137 ${n.slice(0, 4)} ${n.slice(4)}`,
  "telephone with hyphens": (n: string) => `136-${n.slice(0, 4)}-${n.slice(4)}`,
  "telephone of another": (n: string) => `135${n}`,
  "identity number": (n: string) => `410425${n}0011`,
  address: (n: string) => `示例巷${n}号`,
  plate: (n: string) => `豫D${n}`,
  wechat: (n: string) => `wx_${n}`,
  mail: (n: string) => `m${n}@example.invalid`,
  "bank card": (n: string) => `62220000${n}`,
  "file name": (n: string) => `照片${n}`,
  text: (n: string) => `原话${n}`,
  title: (n: string) => `标题${n}`,
  "words about the accused": (n: string) => `被反映${n}`,
  "place in words": (n: string) => `地点${n}`,
  "earlier matter": (n: string) => `先前${n}`,
  note: (n: string) => `备注${n}`,
  "dispatch note": (n: string) => `交办${n}`,
  progress: (n: string) => `进展${n}`,
  question: (n: string) => `追问${n}`,
  reply: (n: string) => `答复${n}`,
  "hand-back": (n: string) => `退回${n}`,
  ruling: (n: string) => `裁定${n}`,
  "request for time": (n: string) => `延期${n}`,
  "refused time": (n: string) => `不延${n}`,
  opinion: (n: string) => `意见${n}`,
  rework: (n: string) => `重办${n}`,
  reopening: (n: string) => `再办${n}`,
  withdrawal: (n: string) => `撤回${n}`,
  supplement: (n: string) => `补充${n}`,
  urging: (n: string) => `催办${n}`,
  shelving: (n: string) => `挂账${n}`,
  "draft of an officer": (n: string) => `草稿${n}`,
  "name of a saved filter": (n: string) => `筛选${n}`,
  "supervision order": (n: string) => `督办${n}`,
  "stood aside": (n: string) => `回避${n}`,
} as const satisfies Record<string, (n: string) => string>;
export type CanaryKind = keyof typeof CANARIES;

const BEFORE = [...new Set(Object.values(CANARIES).map((make) => packed(make("97000000")).split("97000000")[0]!))].sort(
  (one, other) => other.length - one.length,
);
/** Hidden in one's own number, so that no uuid or hash is mistaken for one. */
const FOUND = new RegExp(`(?:${BEFORE.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(97\\d{6})`, "g");

function packed(text: string): string {
  return text.replaceAll(/[\s-]|%20|\+/g, "");
}

/** The number of the n-th history. */
export const numberOf = (n: number): string => String(97_000_000 + n);

/** Numbers of the histories whose canaries stand in this text, plain or percent-encoded. */
export function canariesIn(text: string): Set<string> {
  let plain = text;
  if (text.includes("%E")) {
    try {
      plain = `${text} ${decodeURIComponent(text)}`;
    } catch {
      plain = text;
    }
  }
  return new Set([...packed(plain).matchAll(FOUND)].map((match) => match[1]!));
}
