import { call } from "../../../../foundation/http/client.ts";
import { askRenewing } from "../../../../ui/index.ts";
import {
  addPasskeyRoute,
  askPasskeyRoute,
  beginPasskeyRoute,
  type Entered,
  passkeyRoute,
  proveAgainRoute,
} from "../../contract.ts";

/** Does this browser know passkeys at all? */
export const knowsPasskeys = (): boolean => typeof window !== "undefined" && "PublicKeyCredential" in window;

/** The reader broke it off, or there is none here: said in the screen's own words. */
export class PasskeyNotUsed extends Error {}

const library = () => import("@simplewebauthn/browser");
const notUsed = (): never => {
  throw new PasskeyNotUsed();
};

async function answerQuestion() {
  const { startAuthentication } = await library();
  const question = await call(askPasskeyRoute, { body: {} });
  return startAuthentication({ optionsJSON: question as never }).catch(notUsed);
}

/** Signs in by passkey, or gives it as the second factor of a sign-in on its way. */
export const signInByPasskey = async (): Promise<Entered> =>
  call(passkeyRoute, { body: { answer: { ...(await answerQuestion()) } } });

/** Proves once more who is at the machine. */
export const proveByPasskey = async (): Promise<unknown> =>
  call(proveAgainRoute, { body: { answer: { ...(await answerQuestion()) } } });

/** Makes a passkey on this machine or phone and sets it up; answers spare codes where it is the first factor. */
export async function makePasskey(name: string): Promise<{ spareCodes: string[] | null }> {
  const { startRegistration } = await library();
  const question = await askRenewing(beginPasskeyRoute, { body: {} });
  const made = await startRegistration({ optionsJSON: question as never }).catch(notUsed);
  return askRenewing(addPasskeyRoute, { body: { name, answer: { ...made } } });
}
