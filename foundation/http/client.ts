import type { CitedArticle } from "./cited-article.ts";
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from "./route.ts";

interface RefusalBody {
  readonly code?: string;
  readonly sentence?: string;
  readonly facts?: Record<string, unknown>;
  readonly requestId?: string;
  readonly article?: CitedArticle;
}

/** What the server says when it refuses: a sentence for the user, the code, the facts, and the request id of a fault. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, unknown>;
  readonly requestId: string | undefined;
  readonly article: CitedArticle | undefined;
  constructor(status: number, body: RefusalBody) {
    super(body.sentence ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? "unknown";
    this.facts = body.facts ?? {};
    this.requestId = body.requestId;
    this.article = body.article;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: any route fits
type AnyRoute = Route<any, any, any, any>;
export interface CallInput<R extends AnyRoute> {
  params?: ParamsOf<R>;
  query?: QueryOf<R>;
  body?: BodyOf<R>;
  signal?: AbortSignal;
}

/** Nobody has touched the machine for so long: what the page asks by itself then keeps no sign-in alive. */
const UNATTENDED_AFTER_MILLISECONDS = 60_000;
let lastAct = Date.now();
if (typeof document !== "undefined")
  for (const act of ["pointerdown", "keydown", "wheel", "touchstart"])
    document.addEventListener(
      act,
      () => {
        lastAct = Date.now();
      },
      { capture: true, passive: true },
    );

/** When somebody last did something at this page (milliseconds of the machine's clock). */
export const lastActAtThePage = (): number => lastAct;

/** Calls a declared route from the browser (same origin). Throws `Refused` on a business no, a TypeError when the network is away. */
export async function call<R extends AnyRoute>(shape: R, input: CallInput<R> = {}, base = ""): Promise<AnswerOf<R>> {
  const path = shape.path.replace(/:(\w+)/g, (_whole: string, name: string) =>
    encodeURIComponent(String((input.params as Record<string, unknown> | undefined)?.[name] ?? "")),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === "" || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const search = query.size > 0 ? `?${query}` : "";
  const headers: Record<string, string> = { accept: "application/json", "x-linli": "1" };
  if (Date.now() - lastAct > UNATTENDED_AFTER_MILLISECONDS) headers["x-linli-unattended"] = "1";
  if (typeof document !== "undefined") headers["accept-language"] = document.documentElement.lang;
  if (input.body !== undefined) headers["content-type"] = "application/json";
  const response = await fetch(`${base}${path}${search}`, {
    method: shape.method,
    headers,
    credentials: "same-origin",
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
    signal: input.signal,
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body);
  return body as AnswerOf<R>;
}
