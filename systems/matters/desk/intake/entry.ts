import type { BodyOf } from "../../../../foundation/http/route.ts";
import type { receiveMatter } from "../../contract.ts";
import type { Door, Kind, Urgency } from "../../rules/lifecycle.ts";
import type { KeptFile } from "../matter/files.tsx";

export type Who = "self" | "other" | "nobody";
export const WHO: readonly Who[] = ["self", "other", "nobody"];

/** What the clerk has entered and confirmed so far; a machine's proposal is not in it until a key has accepted it. */
export interface Entry {
  readonly door: Extract<Door, "counter" | "hotline">;
  readonly who: Who;
  readonly name: string;
  readonly phone: string;
  readonly relation: string;
  readonly consent: boolean;
  readonly secrecy: boolean;
  readonly quiet: boolean;
  readonly text: string;
  readonly placeWords: string;
  readonly place: { readonly id: string; readonly words: string } | null;
  /** Nobody can say where: the words stay as said. */
  readonly placeUnclear: boolean;
  readonly kind: Kind | null;
  readonly category: string | null;
  readonly urgency: Urgency | null;
  readonly aboutUnit: string | undefined;
  readonly aboutWords: string;
  readonly files: readonly KeptFile[];
}

export const emptyEntry = (door: Entry["door"]): Entry => ({
  door,
  who: "self",
  name: "",
  phone: "",
  relation: "",
  consent: false,
  secrecy: false,
  quiet: false,
  text: "",
  placeWords: "",
  place: null,
  placeUnclear: false,
  kind: null,
  category: null,
  urgency: null,
  aboutUnit: undefined,
  aboutWords: "",
  files: [],
});

/** Is there anything that would be lost? */
export const worthKeeping = (entry: Entry): boolean =>
  [entry.name, entry.phone, entry.relation, entry.text, entry.placeWords, entry.aboutWords].some((one) => one.trim() !== "") ||
  entry.files.length > 0;

export type Missing = "text" | "where" | "kind" | "category" | "urgency";
/** What a person has not yet entered or confirmed, in the order of the form. */
export const missingIn = (entry: Entry): Missing[] => [
  ...(entry.text.trim().length < 2 ? (["text"] as const) : []),
  ...(entry.place || entry.placeUnclear ? [] : (["where"] as const)),
  ...(entry.kind ? [] : (["kind"] as const)),
  ...(entry.category ? [] : (["category"] as const)),
  ...(entry.urgency ? [] : (["urgency"] as const)),
];

export const reporterOf = (entry: Entry) => ({
  ...(entry.who !== "nobody" && entry.name.trim() && { name: entry.name.trim() }),
  ...(entry.who !== "nobody" && entry.phone.trim() && { phone: entry.phone.trim() }),
  wantsSecrecy: entry.secrecy,
  quiet: entry.quiet,
  ...(entry.who === "other" && { enteredFor: { relation: entry.relation.trim(), consent: entry.consent } }),
});

type Body = NonNullable<BodyOf<typeof receiveMatter>>;
/** The matter as the server takes it. Fully confirmed (the place found, too) it is accepted at once; else it waits to be accepted. */
export function receiptBody(entry: Entry, id: string, answered?: Body["answeredOnSpot"]): Omit<Body, "commandId"> {
  const words = entry.placeWords.trim();
  return {
    id,
    door: entry.door,
    text: entry.text.trim(),
    ...(entry.kind && { kind: entry.kind }),
    ...(entry.category && { categoryCode: entry.category }),
    ...(entry.urgency && { urgency: entry.urgency }),
    place: { ...(entry.place && { placeId: entry.place.id }), ...(words && { words }) },
    reporter: reporterOf(entry),
    ...((entry.aboutUnit || entry.aboutWords.trim()) && {
      complainedAbout: {
        ...(entry.aboutUnit && { unitId: entry.aboutUnit }),
        ...(entry.aboutWords.trim() && { words: entry.aboutWords.trim() }),
      },
    }),
    files: entry.files.map((file) => file.id),
    ...(answered ? { answeredOnSpot: answered } : { confirmed: missingIn(entry).length === 0 && entry.place !== null }),
  };
}
