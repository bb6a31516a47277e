import { Refusal } from "../../../foundation/refusal.ts";
import type { Kind, Urgency } from "../rules/lifecycle.ts";
import { termOfAMatter } from "../rules/term-of-a-matter.rule.ts";
import type { Books } from "../store/books.ts";
import { explainDue } from "../store/explain-due.ts";

export interface DueOfAMatter {
  readonly dueAt: Date;
  readonly provisional: boolean;
  readonly term: string;
  /** 0: the date came from a higher platform and is never computed here. */
  readonly termVersion: number;
}

/** The resident's overall clock: from receipt, by the kind's term; a higher platform's own date governs where it gave one. */
export function dueOfAMatter(
  books: Books,
  receivedAt: Date,
  kind: Kind | null,
  urgency: Urgency | null,
  external?: { dueAt?: string } | null,
): DueOfAMatter {
  if (external?.dueAt) return { dueAt: new Date(external.dueAt), provisional: false, term: "external-order", termVersion: 0 };
  const { due, term } = explainDue(books, receivedAt, termCode(books, kind, urgency));
  return { dueAt: due.due, provisional: due.provisional, term: term.term, termVersion: term.version };
}

/** The term's code for this matter. Throws where the county's data names none. */
export function termCode(books: Books, kind: Kind | null, urgency: Urgency | null): string {
  const code = termOfAMatter(books.data["term-choices"] ?? [], "answer", kind, urgency);
  if (!code) throw new Refusal("matters.no-term", { kind }, { status: 503 });
  return code;
}
