import type { Locale } from "../../../../foundation/time/index.ts";
import type { Books } from "../../store/books.ts";
import type { FollowLine } from "./follow-lines.ts";

/** A rule that a machine used for this matter, in plain words, and what a person made of it. */
export interface RuleUsed {
  readonly at: string;
  readonly title: string;
  readonly text: string;
}

interface Proposal {
  readonly unit: string | null;
  readonly rule: string;
  readonly decided_unit: string;
  readonly versions?: { readonly rules?: number };
}

const say = (locale: Locale, zh: string, en: string) => (locale === "en" ? en : zh);

function ofDispatch(books: Books, line: FollowLine, locale: Locale): RuleUsed | undefined {
  const proposal = line.content.proposal as Proposal | undefined;
  if (!proposal || typeof proposal.rule !== "string") return undefined;
  const name = (id: string | null) => (id && books.units.get(id)?.name) || say(locale, "（没有提）", "(none)");
  const rule = books.data.rules?.rules.find(({ id }) => id === proposal.rule);
  const words = rule
    ? say(locale, `「${rule.name}」，因为${rule.reason}`, `“${rule.name}”, because ${rule.reason}`)
    : proposal.rule;
  const followed = proposal.unit === proposal.decided_unit;
  return {
    at: line.at.toISOString(),
    title: say(locale, "交给哪个单位", "Which office it went to"),
    text: say(
      locale,
      `机器按县里的分派规则${words}，提的是${name(proposal.unit)}。${line.post ?? "派单岗"}的人看过，${followed ? "照着定了" : `没有照着，定的是${name(proposal.decided_unit)}`}。`,
      `By the county's rule ${words}, the machine proposed ${name(proposal.unit)}. Someone of ${line.post ?? "the dispatch post"} looked at it and ${followed ? "agreed" : `chose ${name(proposal.decided_unit)} instead`}.`,
    ),
  };
}

/** What machines proposed or worked out for this matter. Nothing here decided by itself but the count of days, which is shown day by day. */
export function rulesUsed(
  books: Books,
  lines: readonly FollowLine[],
  locale: Locale,
  due: { sentence: string; basis: string } | null,
): RuleUsed[] {
  const first = lines[0];
  if (!first) return [];
  const heard = Array.isArray(first.content.heardDanger) ? (first.content.heardDanger as string[]) : [];
  const accepted = lines.find(({ act }) => act === "accept");
  return [
    ...(heard.length > 0
      ? [
          {
            at: first.at.toISOString(),
            title: say(locale, "有没有危险", "Whether there is danger"),
            text: say(
              locale,
              `您写的话里有「${heard.join("」「")}」，机器按县里的词表排到了前头，让人先看。`,
              `Your words hold “${heard.join("”, “")}”; by the county's list of words the machine put it first for someone to look at.`,
            ),
          },
        ]
      : []),
    ...(accepted
      ? [
          {
            at: accepted.at.toISOString(),
            title: say(locale, "是哪一类、在哪儿", "What kind it is, and where"),
            text: say(
              locale,
              `机器按您写的字提了类别和地点，${accepted.post ?? "受理岗"}的人看过才定的。`,
              `The machine proposed kind and place from your words; someone of ${accepted.post ?? "the intake post"} decided.`,
            ),
          },
        ]
      : []),
    ...lines.flatMap((line) => ofDispatch(books, line, locale) ?? []),
    ...(due
      ? [
          {
            at: first.at.toISOString(),
            title: say(locale, "最晚哪天", "The last day"),
            text: `${due.sentence} ${say(locale, "依据：", "Basis: ")}${due.basis}`,
          },
        ]
      : []),
  ];
}
