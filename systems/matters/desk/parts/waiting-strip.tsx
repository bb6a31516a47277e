import type { ReactNode } from "react";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { Button, Icon, useHotkeys, useLanguage, useWords } from "../../../../ui/index.ts";
import type { MatterPage } from "../queries.ts";
import { waitingWords } from "./waiting-words.ts";
import "./waiting.css";

export type Ruling = "grant-time" | "refuse-time" | "allow-hand-back" | "refuse-hand-back";

function Strip({
  title,
  children,
  yes,
  no,
  foot,
}: {
  title: string;
  children: ReactNode;
  yes: { words: string; run: () => void } | null;
  no: { words: string; run: () => void } | null;
  foot?: string;
}) {
  const t = useWords(waitingWords);
  useHotkeys([
    { keys: "y", words: t.keys.grant, off: !yes, run: () => yes?.run() },
    { keys: "n", words: t.keys.refuse, off: !no, run: () => no?.run() },
  ]);
  return (
    <section className="card waiting-strip" aria-label={title}>
      <header>
        <h2>
          <Icon name="triangle" /> {title}
        </h2>
      </header>
      <div className="card-body text-meta">
        {children}
        {foot && (yes || no) && <p className="meta text-small">{foot}</p>}
        {(yes || no) && (
          <div className="row row-wrap">
            {yes && (
              <Button kind="primary" hotkey="y" onClick={yes.run}>
                {yes.words}
              </Button>
            )}
            {no && (
              <Button hotkey="n" onClick={no.run}>
                {no.words}
              </Button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

/** What waits for the level above, an objection or time asked for, with its reasons; whoever may decides by one key. */
export function WaitingStrip({ matter, onRuling }: { matter: MatterPage; onRuling: (act: Ruling) => void }) {
  const t = useWords(waitingWords);
  const language = useLanguage();
  const may = (act: Ruling, words: string) => (matter.may.includes(act) ? { words, run: () => onRuling(act) } : null);
  const { objection, asked } = matter;
  if (objection)
    return (
      <Strip
        title={t.objectionTitle}
        yes={may("allow-hand-back", t.allow)}
        no={may("refuse-hand-back", t.keep)}
        foot={t.mayAmend}
      >
        <p>
          <b>{t.said(objection.unit)}</b> <span className="meta">{t.since(dateTime(objection.at, language))}</span>
        </p>
        {objection.reason && <blockquote className="pre">{objection.reason}</blockquote>}
        {objection.ground && <p className="second">{t.ground(objection.ground)}</p>}
        <p className="second">
          {objection.proposed?.unit
            ? [
                `${t.proposed}${language === "en" ? ": " : "："}${objection.proposed.unit}`,
                objection.proposed.supports.length > 0
                  ? t.supports(objection.proposed.supports.join(language === "en" ? ", " : "、"))
                  : "",
                objection.proposed.why ?? "",
              ]
                .filter(Boolean)
                .join(" · ")
            : t.proposedNone}
        </p>
      </Strip>
    );
  if (!asked) return null;
  return (
    <Strip
      title={t.askedTitle}
      yes={may("grant-time", t.grant)}
      no={may("refuse-time", t.refuse)}
      foot={asked.resident ? t.residentToldWhy : undefined}
    >
      <p>
        <b>{asked.unit}</b> {asked.sentence} <span className="meta">{t.since(dateTime(asked.at, language))}</span>
      </p>
      {asked.reason && <blockquote className="pre">{asked.reason}</blockquote>}
      {asked.basis && <p className="second">{t.basis(asked.basis)}</p>}
    </Strip>
  );
}
