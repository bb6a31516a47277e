import { useState } from "react";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import { timeOf } from "../../../foundation/time/index.ts";
import { Failure, Input, kitWords, useLanguage, useWords } from "../../../ui/index.ts";
import { makeCalendar } from "../rules/calendar.ts";
import { termWords } from "../words.ts";
import { useCalendars, useOfficeHours, useTerms } from "./calls.ts";
import { TermEditor } from "./term-editor.tsx";
import { clockDeskWords } from "./words.ts";
import "./clocks.css";

/** 期限: every term with its basis; one is edited beside its live explanation. */
export default function TermsPage() {
  const t = useWords(clockDeskWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const terms = useTerms();
  const calendars = useCalendars();
  const hours = useOfficeHours();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState("");
  const [now] = useState(() => {
    const at = new Date();
    return `${beijingDay(at)}T${timeOf(at)}`;
  });
  const all = terms.data?.terms ?? [];
  const newest = all.filter((one, at) => all[at - 1]?.term !== one.term);
  const asked = words.trim().toLowerCase();
  const found = newest.filter((one) => `${one.term} ${one.name} ${one.englishName} ${one.basis}`.toLowerCase().includes(asked));
  const term = newest.find((one) => one.term === chosen) ?? newest[0];
  const older = all.filter((one) => one.term === term?.term && one.version !== term.version);
  const error = terms.error ?? calendars.error ?? hours.error;
  const may = calendars.data?.mayKeep ?? false;
  return (
    <div className="clocks">
      <h1>{t.termsTitle}</h1>
      <p className="meta text-meta">{may ? t.termsIntro : `${t.termsIntro} ${t.readOnly}`}</p>
      {error && <Failure reason={error} onRetry={() => Promise.all([terms.refetch(), calendars.refetch(), hours.refetch()])} />}
      {!error && !(terms.data && calendars.data && hours.data) && <p role="status">{k.loading}</p>}
      {term && calendars.data && hours.data && (
        <div className="terms-two">
          <nav className="card" aria-label={t.termsList}>
            <div className="card-body column">
              <Input
                aria-label={t.termsFind}
                placeholder={t.termsFind}
                value={words}
                maxLength={30}
                onChange={(event) => setWords(event.target.value)}
              />
              {found.length === 0 && <p className="meta">{t.termsNone}</p>}
              <ul className="terms-list">
                {found.map((one) => (
                  <li key={one.term}>
                    <button type="button" aria-current={one.term === term.term} onClick={() => setChosen(one.term)}>
                      {language === "en" && one.englishName ? one.englishName : one.name}{" "}
                      <b className="text-small">{termWords(one, language)}</b>
                      <span className="text-small meta cut">{one.basis}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          </nav>
          <div className="column">
            <TermEditor
              key={`${term.term} ${term.version}`}
              term={term}
              calendar={makeCalendar(0, calendars.data.years, hours.data.hours)}
              may={may}
              now={now}
            />
            {older.length > 0 && (
              <details className="card card-body">
                <summary>{t.olderVersions}</summary>
                <ul>
                  {older.map((one) => (
                    <li key={one.version} className="text-meta">
                      {t.version(one.version)} · {termWords(one, language)} · {one.basis} · {t.running(one.running)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
