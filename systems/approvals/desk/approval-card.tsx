import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateTime } from "../../../foundation/i18n/dates.ts";
import { Tag, useLanguage, useWords } from "../../../ui/index.ts";
import { type ApprovalShown, findKind } from "../contract.ts";
import { approvalDeskWords } from "./words.ts";

type Language = ReturnType<typeof useLanguage>;
const inWords = (words: { zh: string; en: string } | undefined, language: Language) =>
  words ? (language === "en" ? words.en : words.zh) : "";

/** What the kind and the ground of an approval are called. */
export const kindWords = ({ kind }: Pick<ApprovalShown, "kind">, language: Language) =>
  inWords(findKind(kind)?.name, language) || kind;
export const groundWords = ({ kind, purpose }: Pick<ApprovalShown, "kind" | "purpose">, language: Language) =>
  inWords(findKind(kind)?.purposes.find(({ code }) => code === purpose)?.words, language) || purpose;

const TONES = {
  asked: "amber",
  "at-once": "red",
  approved: "accent",
  upheld: "accent",
  refused: "red",
  objected: "red",
} as const;

export function ApprovalState({ one }: { one: Pick<ApprovalShown, "state" | "over"> }) {
  const t = useWords(approvalDeskWords);
  const lapsed = one.state === "asked" && one.over;
  return <Tag tone={lapsed ? undefined : TONES[one.state as keyof typeof TONES]}>{lapsed ? t.lapsed : t.states[one.state]}</Tag>;
}

/** One approval: what is asked, about which matter, on which ground, by which post, how it stands; acts below. */
export function ApprovalCard({ one, children }: { one: ApprovalShown; children?: ReactNode }) {
  const t = useWords(approvalDeskWords);
  const language = useLanguage();
  const when = (at: string) => dateTime(at, language);
  const waits = one.state === "asked" && !one.over;
  const given = (one.state === "approved" || one.state === "upheld" || one.state === "at-once") && one.holdsUntil;
  return (
    <article className="card approval" aria-labelledby={`approval-${one.id}`}>
      <header>
        <h3 id={`approval-${one.id}`}>{kindWords(one, language)}</h3>
        <ApprovalState one={one} />
      </header>
      {one.matter && (
        <p>
          <Link to="/matters/$id" params={{ id: one.matter.id } as never}>
            {one.matter.title}
          </Link>{" "}
          <span className="text-small meta">{one.matter.number}</span>
        </p>
      )}
      <dl>
        <dt>{t.ground}</dt>
        <dd>
          {groundWords(one, language)} {one.article && <span className="text-small meta">{one.article}</span>}
        </dd>
        <dt>{t.saidWhy}</dt>
        <dd className="pre">{one.words}</dd>
      </dl>
      <p className="text-small meta">
        {[
          `${t.askedBy(one.asked.unit, one.asked.post)}，${t.askedAt(when(one.asked.at))}`,
          waits && t.decideUntil(when(one.decideUntil)),
          waits && t.holds(one.hours),
          one.state === "at-once" && t.reviewUntil(when(one.decideUntil)),
          given && (one.over ? t.ended : t.holdsUntil(when(given))),
          one.uses > 0 && t.used(one.uses),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {one.decided && (
        <p className="approval-decided">
          <strong>{t.states[one.state]}</strong>{" "}
          <span className="text-small meta">{t.by(one.decided.unit, one.decided.post, when(one.decided.at))}</span>
          {one.decided.why && <span className="pre approval-why">{one.decided.why}</span>}
        </p>
      )}
      {children && <div className="row row-wrap">{children}</div>}
    </article>
  );
}
