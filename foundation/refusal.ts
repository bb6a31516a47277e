import type { Citation } from "./citation.ts";

/**
 * The one business "no". `code` names it in the dictionaries (`refusal.<code>` in foundation/i18n and each system's words),
 * `facts` fill the sentence, `article` cites the register's article behind it, or says the county's own `basis` as its data words it.
 * Everything that is not a Refusal is a fault: logged with a request id, shown as a 500.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly facts: Record<string, unknown>;
  readonly article: string | undefined;
  /** HTTP status: 400 not understood, 403 not allowed, 404 not found, 409 conflict, 410 gone, 413 too large, 422 refused by a rule, 429 slow down. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 414 | 421 | 422 | 429 | 503 | 507;

  constructor(
    code: string,
    facts: Record<string, unknown> = {},
    options: { status?: Refusal["status"]; article?: Citation; basis?: string } = {},
  ) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.facts = facts;
    this.status = options.status ?? 422;
    this.article = options.article ?? options.basis;
  }
}
