import { LIMITS } from "../contract/shapes.ts";
import { readPhone } from "./phone.ts";
import type { SayWords } from "./words/say.ts";

/** A picture that has arrived, before the matter has: `token` is signed by the portal, so that only its own pictures come back. */
export interface KeptPicture {
  readonly token: string;
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** What a resident is writing. It lives in the page alone: nothing of it is kept by the server before it is submitted. */
export interface Draft {
  readonly commandId: string;
  readonly matterId: string;
  readonly danger: boolean;
  /** The page with 110, 119, 120 was answered: they called, or nobody is in danger. */
  readonly called: "" | "yes" | "no";
  readonly category: string;
  readonly what: string;
  readonly township: string;
  readonly village: string;
  readonly where: string;
  readonly unit: string;
  readonly person: string;
  readonly phone: string;
  readonly name: string;
  readonly quiet: boolean;
  readonly proxy: boolean;
  readonly relation: string;
  readonly consent: boolean;
  readonly secrecy: "sealed" | "open" | "nameless";
  readonly pictures: readonly KeptPicture[];
}

export const emptyDraft = (commandId: string, matterId: string): Draft => ({
  commandId,
  matterId,
  danger: false,
  called: "",
  category: "",
  what: "",
  township: "",
  village: "",
  where: "",
  unit: "",
  person: "",
  phone: "",
  name: "",
  quiet: false,
  proxy: false,
  relation: "",
  consent: false,
  secrecy: "sealed",
  pictures: [],
});

type Fields = Readonly<Record<string, string | undefined>>;

/** Reads the form's fields; whatever is unknown or missing is as if it had been left empty. */
export function draftFrom(fields: Fields, ids: { commandId: string; matterId: string }, pictures: readonly KeptPicture[]): Draft {
  const text = (name: string) => (fields[name] ?? "").replace(/\r\n?/g, "\n").trim();
  const secrecy = text("secrecy");
  const called = text("called");
  return {
    ...ids,
    danger: text("danger") === "yes",
    called: called === "yes" || called === "no" ? called : "",
    category: text("category"),
    what: text("what"),
    township: text("township"),
    village: text("village"),
    where: text("where"),
    unit: text("unit"),
    person: text("person").slice(0, 200),
    phone: text("phone").slice(0, 40),
    name: text("name").slice(0, 60),
    quiet: text("quiet") === "yes",
    proxy: text("proxy") === "yes",
    relation: text("relation").slice(0, 30),
    consent: text("consent") === "yes",
    secrecy: secrecy === "open" || secrecy === "nameless" ? secrecy : "sealed",
    pictures,
  };
}

/** Every field by its name, as the check page carries them on. */
export const fieldsOf = (draft: Draft): readonly (readonly [string, string])[] =>
  (
    [
      ["command", draft.commandId],
      ["matter", draft.matterId],
      ["danger", draft.danger ? "yes" : ""],
      ["called", draft.called],
      ["category", draft.category],
      ["what", draft.what],
      ["township", draft.township],
      ["village", draft.village],
      ["where", draft.where],
      ["unit", draft.unit],
      ["person", draft.person],
      ["phone", draft.phone],
      ["name", draft.name],
      ["quiet", draft.quiet ? "yes" : ""],
      ["proxy", draft.proxy ? "yes" : ""],
      ["relation", draft.relation],
      ["consent", draft.consent ? "yes" : ""],
      ["secrecy", draft.secrecy],
      ...draft.pictures.map(({ token }) => ["kept", token] as const),
    ] as const
  ).filter(([, value]) => value !== "");

/** Something to change, at which field (the id of what gets the focus), in the words shown both above and beside it. */
export interface Problem {
  readonly field: string;
  readonly words: string;
}

/** What must be changed before the draft can be checked. Nobody has to give a name, a number or a category. */
export function problemsOf(draft: Draft, { wrong }: SayWords): Problem[] {
  const problems: Problem[] = [];
  const { length } = draft.what;
  if (length < 2) problems.push({ field: "what", words: wrong["what-empty"] });
  if (length > LIMITS.text) problems.push({ field: "what", words: wrong["what-long"](length, LIMITS.text) });
  if (!draft.township && draft.where.length < 2) problems.push({ field: "where", words: wrong["where-empty"] });
  if (draft.where.length > 200) problems.push({ field: "where", words: wrong["where-long"] });
  const phone = readPhone(draft.phone);
  if ("wrong" in phone && draft.secrecy !== "nameless") {
    const words = {
      letters: wrong["phone-letters"],
      start: wrong["phone-start"],
      short: wrong["phone-short"](phone.digits),
      long: wrong["phone-long"](phone.digits),
    };
    problems.push({ field: "phone", words: words[phone.wrong] });
  }
  if (draft.proxy && draft.relation === "") problems.push({ field: "relation", words: wrong["relation-empty"] });
  return problems;
}
