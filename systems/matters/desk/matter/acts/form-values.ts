import type { Kind, MatterAct, Outcome, Rating, Urgency } from "../../../rules/lifecycle.ts";
import type { ActInput } from "../use-act.ts";

/** All that an act's form can hold; each act uses its own fields. */
export interface FormValues {
  readonly kind?: Kind;
  readonly categoryCode?: string;
  readonly urgency?: Urgency;
  readonly placeId?: string;
  readonly placeName?: string;
  readonly placeWords?: string;
  readonly title?: string;
  readonly ground?: string;
  readonly handBackGround?: string;
  readonly reply?: string;
  readonly leadUnit?: string;
  readonly post?: string;
  readonly partiesAgreed?: boolean;
  readonly supports?: readonly string[];
  readonly lane?: "service" | "referral";
  readonly destination?: string;
  readonly note?: string;
  readonly reason?: string;
  readonly reviewOn?: string;
  readonly closeNote?: string;
  readonly sampled?: boolean;
  readonly into?: string;
  readonly intoName?: string;
  readonly parent?: string | null;
  readonly parentName?: string;
  readonly rating?: Rating;
  readonly ratingReason?: string;
  readonly reporterId?: string;
  readonly door?: "counter" | "hotline" | "field" | "reception" | "deputies";
  readonly reporterName?: string;
  readonly reporterPhone?: string;
  readonly wantsSecrecy?: boolean;
  readonly quiet?: boolean;
  readonly outcome?: Outcome;
  readonly called?: readonly string[];
  readonly amendCategory?: string;
  readonly amendLead?: string;
  readonly timeClock?: "answer" | "handle" | "support";
  readonly timeWhat?: "pause" | "extend";
  readonly timeGround?: string;
  readonly timeBy?: number;
  /** The field that the form begins at. */
  readonly focus?: string;
}
export type FieldName =
  | "kind"
  | "categoryCode"
  | "urgency"
  | "place"
  | "title"
  | "ground"
  | "handBackGround"
  | "reply"
  | "leadUnit"
  | "post"
  | "supports"
  | "lane"
  | "destination"
  | "note"
  | "reason"
  | "reviewOn"
  | "closeNote"
  | "sampled"
  | "into"
  | "parent"
  | "rating"
  | "ratingReason"
  | "reporter"
  | "door"
  | "newReporter"
  | "called"
  | "amendLead"
  | "timeClock"
  | "timeWhat"
  | "timeGround"
  | "timeBy";

/** Acts that open a form, and its fields in order. The others are written in the composer, or done at once. */
export const FORMS = {
  accept: ["kind", "categoryCode", "urgency", "place", "title"],
  correct: ["kind", "categoryCode", "urgency", "place", "title"],
  decline: ["ground", "reply"],
  dispatch: ["lane", "destination", "leadUnit", "supports", "note"],
  redirect: ["leadUnit", "supports", "reason"],
  sign: [],
  assign: ["post", "note"],
  "hand-back": ["handBackGround", "reason"],
  "allow-hand-back": ["reason", "amendLead"],
  "refuse-hand-back": ["reason"],
  "call-department": ["called", "reason"],
  "report-in": ["note"],
  "ask-for-time": ["timeClock", "timeWhat", "timeGround", "timeBy", "reason"],
  "grant-time": ["note"],
  "refuse-time": ["reason"],
  "resume-clock": ["note"],
  escalate: ["reason"],
  rework: ["reason"],
  close: ["closeNote", "sampled"],
  shelve: ["reason", "reviewOn"],
  resume: ["note"],
  merge: ["into"],
  "join-parent": ["parent"],
  withdraw: ["reason"],
  reopen: ["reason"],
  rate: ["reporter", "rating", "ratingReason"],
  "also-met": ["door", "newReporter", "note"],
  urge: ["note"],
} as const satisfies Partial<Record<MatterAct, readonly FieldName[]>>;
export type FormAct = keyof typeof FORMS;
export const isFormAct = (act: string): act is FormAct => act in FORMS;

export type Missing = "choose" | "unit" | "place" | "reason" | "day" | "matter";

const WITH_REASON: readonly FormAct[] = [
  "redirect",
  "hand-back",
  "allow-hand-back",
  "refuse-hand-back",
  "call-department",
  "ask-for-time",
  "refuse-time",
  "escalate",
  "rework",
  "shelve",
  "withdraw",
  "reopen",
];

/** What still lacks before the act can be sent: field and what to say. */
export function lacking(act: FormAct, v: FormValues): { field: string; missing: Missing }[] {
  const found: { field: string; missing: Missing }[] = [];
  const need = (field: string, there: unknown, missing: Missing) => {
    if (!there) found.push({ field: `act-${field}`, missing });
  };
  const words = (text: string | undefined) => (text?.trim().length ?? 0) >= 2;
  if (act === "accept") {
    need("kind", v.kind, "choose");
    need("categoryCode", v.categoryCode, "choose");
    need("urgency", v.urgency, "choose");
    need("place", v.placeId, "place");
  }
  if (act === "decline") {
    need("ground", v.ground, "choose");
    need("reply", words(v.reply), "reason");
  }
  if (act === "dispatch" || act === "redirect") need("leadUnit", v.leadUnit, "unit");
  if (act === "assign") need("post", v.post, "choose");
  if (act === "dispatch" && v.lane === "referral") need("destination", v.destination, "choose");
  if (act === "call-department") need("called", (v.called?.length ?? 0) > 0, "unit");
  if (act === "ask-for-time") {
    need("timeClock", v.timeClock, "choose");
    need("timeWhat", v.timeWhat, "choose");
    need("timeGround", v.timeWhat !== "pause" || v.timeGround, "choose");
    need("timeBy", v.timeWhat !== "extend" || v.timeBy, "choose");
  }
  if (WITH_REASON.includes(act)) need("reason", words(v.reason), "reason");
  if (act === "shelve") need("reviewOn", v.reviewOn, "day");
  if (act === "merge") need("into", v.into, "matter");
  if (act === "join-parent") need("parent", v.parent !== undefined, "matter");
  if (act === "rate") need("rating", v.rating, "choose");
  return found;
}

const text = (value: string | undefined) => value?.trim() || undefined;

/** The act as the contract wants it. Call only when nothing lacks. */
export function inputOf(act: FormAct, v: FormValues): ActInput {
  const reason = v.reason?.trim() ?? "";
  const place = { placeId: v.placeId, words: text(v.placeWords) };
  switch (act) {
    case "accept":
      return {
        act,
        kind: v.kind ?? "help",
        categoryCode: v.categoryCode ?? "",
        urgency: v.urgency ?? "ordinary",
        place,
        title: text(v.title),
      };
    case "correct":
      return {
        act,
        kind: v.kind,
        categoryCode: v.categoryCode,
        urgency: v.urgency,
        place: v.placeId ? place : undefined,
        title: text(v.title),
      };
    case "decline":
      return { act, ground: v.ground ?? "", reply: v.reply ?? "" };
    case "dispatch":
      return {
        act,
        leadUnit: v.leadUnit ?? "",
        supports: [...(v.supports ?? [])],
        lane: v.lane ?? "service",
        note: text(v.note),
        destination: v.lane === "referral" ? v.destination : undefined,
      };
    case "redirect":
      return { act, leadUnit: v.leadUnit ?? "", supports: [...(v.supports ?? [])], reason };
    case "sign":
      return { act };
    case "assign":
      return { act, post: v.post ?? "", partiesAgreed: v.partiesAgreed ?? false, note: text(v.note) };
    case "hand-back":
      return { act, reason, ground: v.handBackGround };
    case "allow-hand-back":
      return {
        act,
        reason,
        amend: v.amendLead && v.amendCategory ? { category: v.amendCategory, lead: v.amendLead, because: reason } : undefined,
      };
    case "call-department":
      return { act, units: [...(v.called ?? [])], reason };
    case "ask-for-time":
      return {
        act,
        clock: v.timeClock ?? "handle",
        what: v.timeWhat ?? "extend",
        ground: v.timeWhat === "pause" ? (v.timeGround ?? "") : "need",
        by: v.timeWhat === "extend" ? v.timeBy : undefined,
        reason,
      };
    case "report-in":
    case "grant-time":
    case "resume-clock":
      return { act, note: text(v.note) };
    case "refuse-hand-back":
    case "refuse-time":
    case "escalate":
    case "rework":
    case "withdraw":
    case "reopen":
      return { act, reason };
    case "close":
      return { act, note: text(v.closeNote), sampled: v.sampled };
    case "shelve":
      return { act, reason, reviewOn: v.reviewOn ?? "" };
    case "resume":
      return { act, note: text(v.note) };
    case "merge":
      return { act, into: v.into ?? "" };
    case "join-parent":
      return { act, parent: v.parent ?? null };
    case "rate":
      return { act, rating: v.rating ?? "fair", reason: text(v.ratingReason), reporterId: v.reporterId };
    case "also-met":
      return {
        act,
        reporter: {
          name: text(v.reporterName),
          phone: text(v.reporterPhone),
          wantsSecrecy: v.wantsSecrecy ?? false,
          quiet: v.quiet ?? false,
        },
        door: v.door ?? "counter",
        note: text(v.note),
      };
    case "urge":
      return { act, note: text(v.note) };
  }
}
