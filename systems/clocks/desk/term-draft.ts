import type { AnswerOf } from "../../../foundation/http/route.ts";
import type { listTermsRoute, PauseGround, Term } from "../contract.ts";

export type KnownTerm = AnswerOf<typeof listTermsRoute>["terms"][number];

/** A term as its form holds it: pauses a line each, the extension's fields side by side. */
export interface TermDraft {
  readonly name: string;
  readonly englishName: string;
  readonly length: number | null;
  readonly unit: Term["unit"];
  readonly roll: Term["roll"];
  readonly ends: Term["ends"];
  readonly basis: string;
  readonly pauses: string;
  readonly times: "none" | "once" | "as the law allows";
  readonly most: number | null;
  readonly approver: string;
  readonly residentTold: boolean;
  readonly extensionBasis: string;
}

export const draftOf = (term: Term): TermDraft => ({
  name: term.name,
  englishName: term.englishName,
  length: term.length,
  unit: term.unit,
  roll: term.roll,
  ends: term.ends,
  basis: term.basis,
  pauses: term.pauses.map((one) => `${one.name}；${one.basis}`).join("\n"),
  times: term.extension?.times ?? "none",
  most: term.extension?.most ?? null,
  approver: term.extension?.approver ?? "",
  residentTold: term.extension?.residentTold ?? true,
  extensionBasis: term.extension?.basis ?? "",
});

/** A ground's line “情形；依据”; a ground known before keeps its code, a new one gets the next free. */
function groundsOf(text: string, before: readonly PauseGround[]): { grounds: PauseGround[]; unfit: string[] } {
  const grounds: PauseGround[] = [];
  const unfit: string[] = [];
  for (const line of text
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [name = "", ...rest] = line.split(/[；;]/).map((one) => one.trim());
    const basis = rest.join("；");
    if (!name || basis.length < 2) {
      unfit.push(line);
      continue;
    }
    const known = before.find((one) => one.name === name);
    const free = "abcdefghij".split("").map((letter) => `ground-${letter}`);
    const taken = new Set([...before, ...grounds].map((one) => one.ground));
    grounds.push({
      ground: known?.ground ?? free.find((code) => !taken.has(code)) ?? "ground-z",
      name,
      englishName: known?.englishName ?? "",
      basis,
    });
  }
  return { grounds, unfit };
}

/** The term that the form says, or the fields that are missing. */
export function termOf(before: Term, draft: TermDraft): { term: Term | null; missing: (keyof TermDraft)[]; unfit: string[] } {
  const { grounds, unfit } = groundsOf(draft.pauses, before.pauses);
  const extends_ = draft.times !== "none";
  const missing = (
    [
      ["name", draft.name.trim()],
      ["length", draft.length],
      ["basis", draft.basis.trim().length > 1],
      ["approver", !extends_ || draft.approver.trim()],
      ["extensionBasis", !extends_ || draft.extensionBasis.trim().length > 1],
    ] as const
  ).flatMap(([field, filled]) => (filled ? [] : [field]));
  if (missing.length > 0 || unfit.length > 0 || !draft.length) return { term: null, missing, unfit };
  const { name, englishName, length, unit, roll, ends, basis } = draft;
  const extension = extends_
    ? {
        times: draft.times as "once",
        most: draft.most,
        approver: draft.approver.trim(),
        englishApprover: before.extension?.approver === draft.approver.trim() ? (before.extension?.englishApprover ?? "") : "",
        residentTold: draft.residentTold,
        basis: draft.extensionBasis.trim(),
      }
    : null;
  return {
    term: {
      term: before.term,
      version: before.version,
      name: name.trim(),
      englishName: englishName.trim(),
      length,
      unit,
      roll,
      ends,
      basis: basis.trim(),
      pauses: grounds,
      extension,
    },
    missing,
    unfit,
  };
}
