import { LIMITS, type ResidentAct } from "../../systems/matters/contract.ts";
import { followWords, RATINGS, type Rating, type Reader, type Returned } from "../../systems/matters/portal/index.ts";

export type Input = Readonly<Record<string, string>>;

/** One form of the follow page: how it is read, and what is sent. */
export interface FollowForm {
  readonly path: string;
  readonly returned: Returned["act"];
  /** What is sent, or the problem in words at its field. */
  read(
    input: Input,
    reader: Reader,
  ): { readonly send: Record<string, unknown> & { act: ResidentAct } } | { readonly problem: { field: string; words: string } };
  /** True for what stays true whatever happened meanwhile: it is sent again on the version that is there now. */
  readonly standsAnyway: boolean;
  wordsOf(input: Input): string;
}
const long = (reader: Reader, field: string, most: number) => ({
  problem: { field, words: followWords[reader.locale].long(most) },
});
const needed = (
  input: Input,
  reader: Reader,
  field: string,
  empty: string,
  act: (text: string) => Record<string, unknown> & { act: ResidentAct },
) => {
  const text = input[field] ?? "";
  if ([...text].length < 2) return { problem: { field, words: empty } };
  return text.length > LIMITS.reply ? long(reader, field, LIMITS.reply) : { send: act(text) };
};

const withdrawReason = (typed: string, reader: Reader): string =>
  typed.length < 2 ? followWords[reader.locale].withdrawDefault : typed.slice(0, LIMITS.reply);

export const FOLLOW_FORMS: readonly FollowForm[] = [
  {
    path: "answer",
    returned: "answer",
    standsAnyway: true,
    wordsOf: (input) => input.answer ?? "",
    read: (input, reader) => {
      const note = [input.choice, input.answer].filter(Boolean).join("\n");
      if (note === "") return { problem: { field: "answer", words: followWords[reader.locale].answerEmpty } };
      return note.length > LIMITS.reply
        ? long(reader, "answer", LIMITS.reply)
        : { send: { act: "supplement", note: note.padEnd(2, "。"), files: [] } };
    },
  },
  {
    path: "add",
    returned: "supplement",
    standsAnyway: true,
    wordsOf: (input) => input.note ?? "",
    read: (input, reader) =>
      needed(input, reader, "note", followWords[reader.locale].addEmpty, (note) => ({ act: "supplement", note, files: [] })),
  },
  {
    path: "rate",
    returned: "rate",
    standsAnyway: true,
    wordsOf: (input) => input.why ?? "",
    read: (input, reader) => {
      if (!RATINGS.includes(input.rating as Rating))
        return { problem: { field: "rating", words: followWords[reader.locale].rateEmpty } };
      return (input.why ?? "").length > 500
        ? long(reader, "why", 500)
        : { send: { act: "rate", rating: input.rating, reason: input.why || undefined } };
    },
  },
  {
    path: "reopen",
    returned: "reopen",
    standsAnyway: false,
    wordsOf: (input) => input.reason ?? "",
    read: (input, reader) =>
      needed(input, reader, "reason", followWords[reader.locale].reasonEmpty, (reason) => ({ act: "reopen", reason })),
  },
  {
    path: "withdraw",
    returned: "withdraw",
    standsAnyway: false,
    wordsOf: (input) => input.reason ?? "",
    read: (input, reader) => ({ send: { act: "withdraw", reason: withdrawReason(input.reason ?? "", reader) } }),
  },
  { path: "urge", returned: "urge", standsAnyway: true, wordsOf: () => "", read: () => ({ send: { act: "urge" } }) },
];
