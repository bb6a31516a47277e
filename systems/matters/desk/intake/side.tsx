import { fullDate, shortDate } from "../../../../foundation/i18n/dates.ts";
import { Button, Icon, useLanguage, useWords } from "../../../../ui/index.ts";
import { MatterState } from "../parts/state.tsx";
import type { Preview } from "./use-preview.ts";
import { intakeWords } from "./words.ts";

export type KeptAnswer = Preview["knowledge"][number];
export type Similar = Preview["similar"][number];

/** Beside the form: a kept answer to read out, matters that may be the same, and what will happen. */
export function Side({
  preview,
  busy,
  onAnswer,
  onAlsoMet,
}: {
  preview: Preview | null;
  busy: boolean;
  onAnswer: (answer: KeptAnswer) => void;
  onAlsoMet: (similar: Similar) => void;
}) {
  const t = useWords(intakeWords);
  const language = useLanguage();
  const answers = preview?.knowledge.slice(0, 3) ?? [];
  const similar = preview?.similar.slice(0, 4) ?? [];
  return (
    <aside className="intake-side" aria-label={t.side}>
      <h2>{t.side}</h2>
      <section className="card">
        <header>
          <h3 className="row">
            <Icon name="book" /> {t.answers}
          </h3>
        </header>
        <div className="card-body text-meta">
          {answers.length === 0 && <p className="meta">{t.answersNone}</p>}
          {answers.map((one, index) => (
            <div key={one.id} className="intake-answer">
              <b>{one.question}</b>
              <p className="second pre">{one.answer}</p>
              <p className="text-small meta">{t.answerKept(one.owner, fullDate(`${one.validUntil}T12:00:00+08:00`, language))}</p>
              <Button size="small" hotkey={`Alt+${index + 1}`} busy={busy} onClick={() => onAnswer(one)}>
                {t.answerNow}
              </Button>
            </div>
          ))}
        </div>
      </section>
      <section className="card">
        <header>
          <h3 className="row">
            <Icon name="similar" /> {t.similar}
          </h3>
        </header>
        <div className="card-body text-meta">
          {similar.length === 0 && <p className="meta">{t.similarNone}</p>}
          {similar.map((one, index) => (
            <div key={one.id} className="intake-similar">
              <a href={`/desk/matters/${one.id}`} target="_blank" rel="noreferrer">
                {one.title}
              </a>
              <p className="text-small meta">
                {one.number} · {shortDate(one.receivedAt, language)} · {one.reason}
              </p>
              <span className="row row-wrap">
                <MatterState state={one.state} />
                <span className="space" />
                <Button size="small" hotkey={index === 0 ? "Alt+m" : undefined} busy={busy} onClick={() => onAlsoMet(one)}>
                  {t.alsoMet}
                </Button>
              </span>
            </div>
          ))}
        </div>
      </section>
      <section className="card">
        <header>
          <h3 className="row">
            <Icon name="plane" /> {t.next}
          </h3>
        </header>
        <div className="card-body text-meta second column" aria-live="polite">
          {preview ? (
            <>
              {preview.due && (
                <p>
                  <b>{t.nextDue(fullDate(preview.due.at, language))}</b>
                  {preview.due.provisional && t.provisional} <span className="meta">{preview.due.words}</span>
                </p>
              )}
              {preview.unit && <p>{t.nextUnit(preview.unit.unitName, preview.unit.reason.sentence)}</p>}
              <p>{t.nextCode}</p>
            </>
          ) : (
            <p className="meta">{t.nextEmpty}</p>
          )}
        </div>
      </section>
    </aside>
  );
}
