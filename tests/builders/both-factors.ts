import { Secret, TOTP } from "otpauth";

/** Signs in as a person does, by both factors where the posts ask for them: cookies of the session, ready to send. */
export type SignIn = (url: string, name: string, password: string) => Promise<string>;

interface Answer {
  readonly cookies: ReadonlyMap<string, string>;
  readonly body: { signedIn: boolean; me: { rightsWaiting: string[] }; secret: string; spareCodes: string[] };
}

async function send(url: string, path: string, body: object, cookies: ReadonlyMap<string, string>): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-linli": "1", cookie: asHeader(cookies) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const kept = new Map(cookies);
  for (const set of answer.headers.getSetCookie()) {
    const [pair = ""] = set.split(";", 1);
    kept.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  }
  return { cookies: kept, body: (await answer.json()) as Answer["body"] };
}
const asHeader = (cookies: ReadonlyMap<string, string>) => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
/** The session alone: a browser that is sent nothing else is a stranger each time. */
const session = ({ cookies }: Answer) => `__Host-linli-desk=${cookies.get("__Host-linli-desk") ?? ""}`;

/**
 * Whoever holds a right that asks for two factors sets an authenticator up at the first sign-in; later ones spend its spare codes, since a
 * code of the authenticator is good once in its half-minute. New spare codes are drawn before they run out.
 */
export function signInByBothFactors(): SignIn {
  const spare = new Map<string, string[]>();
  return async (url, name, password) => {
    const first = await send(url, "/api/session", { name, password }, new Map());
    if (first.body.signedIn && first.body.me.rightsWaiting.length === 0) return session(first);
    if (first.body.signedIn) {
      const begun = await send(url, "/api/me/authenticator", {}, first.cookies);
      const code = new TOTP({ secret: Secret.fromBase32(begun.body.secret) }).generate();
      const done = await send(url, "/api/me/authenticator/code", { code }, begun.cookies);
      spare.set(name, done.body.spareCodes);
      return session(done);
    }
    const codes = spare.get(name) ?? [];
    const second = await send(url, "/api/session/second-factor", { code: codes.pop() ?? "" }, first.cookies);
    if (codes.length < 2) spare.set(name, (await send(url, "/api/me/spare-codes", {}, second.cookies)).body.spareCodes);
    return session(second);
  };
}
