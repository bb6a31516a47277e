import { REQUEST_KINDS, type RequestKind } from "../../systems/matters/contract.ts";
import type { OwnChange } from "../../systems/matters/index.ts";
import { type OwnPart, ownWords, type Problem, type Reader, readPhone, sayWords } from "../../systems/matters/portal/index.ts";
import { readSecond } from "../../systems/residents/contract.ts";
import type { Input } from "./follow-forms.ts";

/** What a form about oneself asks for, or the problem in words at its field. */
export type OwnAsked =
  | { readonly problem: Problem }
  | { readonly change: OwnChange; readonly place?: string }
  | { readonly ask: { readonly kind: RequestKind; readonly words: string } };

const at = (field: string, words: string): OwnAsked => ({ problem: { field, words } });

function data(input: Input, reader: Reader): OwnAsked {
  const { wrong } = sayWords[reader.locale];
  const { name = "", phone = "", address = "", place = "" } = input;
  const read = readPhone(phone);
  const words = ownWords[reader.locale];
  if ("wrong" in read) {
    const problems = {
      letters: wrong["phone-letters"],
      start: wrong["phone-start"],
      short: wrong["phone-short"](read.digits),
      long: wrong["phone-long"](read.digits),
    };
    return at("phone", problems[read.wrong]);
  }
  if (name.length > 60) return at("name", words.tooLong(60));
  if (address.length > 200) return at("address", words.tooLong(200));
  if (place.length > 200) return at("place", words.tooLong(200));
  const told = read.phone || undefined;
  return { change: { act: "correct-own", name, phone: told, address }, ...(place && { place }) };
}

const READ: Record<OwnPart, (input: Input, reader: Reader) => OwnAsked> = {
  data,
  contact: (input) => ({ change: { act: "quiet", quiet: input.quiet === "yes" } }),
  secrecy: () => ({ change: { act: "keep-secret" } }),
  code: (input, reader) => {
    const second = readSecond((input.second ?? "").slice(0, 40));
    if ("wrong" in second && second.wrong !== "empty") return at("second", ownWords[reader.locale].secondWrong);
    return { change: { act: "own-code", second: "digits" in second ? second.digits : "" } };
  },
  ask: (input, reader) => {
    const words = ownWords[reader.locale];
    const { kind = "", words: said = "" } = input;
    if (!(kind in REQUEST_KINDS)) return at("kind", words.askEmpty);
    if (said.length < 2) return at("words", words.askWordsEmpty);
    if (said.length > 2000) return at("words", words.tooLong(2000));
    return { ask: { kind: kind as RequestKind, words: said } };
  },
};

export const readOwnForm = (part: OwnPart, input: Input, reader: Reader): OwnAsked => READ[part](input, reader);
