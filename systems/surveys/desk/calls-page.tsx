import { useCallback, useEffect, useState } from "react";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { dateTime } from "../../../foundation/i18n/dates.ts";
import { ask, Button, Empty, Failure, kitWords, useHotkeys, useLanguage, useToast, useWords } from "../../../ui/index.ts";
import { takeNextCall } from "../contract.ts";
import { OneCall } from "./one-call.tsx";
import { SurveyTabs } from "./survey-tabs.tsx";
import { callWords } from "./words.ts";
import "./surveys.css";

type Given = AnswerOf<typeof takeNextCall>;
const COUNTS = ["due", "later", "endedToday"] as const;

/** 回访台: the next call, its script, one key an answer. */
export default function CallsPage() {
  const t = useWords(callWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const toast = useToast();
  const [given, setGiven] = useState<Given | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(true);
  const next = useCallback(async (skip?: string) => {
    setBusy(true);
    setProblem(null);
    try {
      setGiven(await ask(takeNextCall, { body: { ...(skip && { skip }) } }));
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  }, []);
  useEffect(() => {
    next();
  }, [next]);
  useHotkeys([{ keys: "s", words: t.skip, run: () => next(given?.call?.id), off: !given?.call || busy }]);
  const done = (state: string) => {
    toast({ words: t.recorded[state] ?? state });
    // what is recorded leaves at once: a key pressed early must not fall on it
    setGiven((before) => before && { ...before, call: null });
    next();
  };
  return (
    <div className="calls">
      <div className="row row-wrap">
        <h1>{t.title}</h1>
        <span className="space" />
        <SurveyTabs here="calls" />
      </div>
      <p className="meta text-meta">{t.intro}</p>
      {given && (
        <dl className="calls-counts">
          {COUNTS.map((name) => (
            <div key={name}>
              <dt>{t.counts[name]}</dt>
              <dd>{given.counts[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {problem !== null && <Failure reason={problem} onRetry={() => next()} />}
      {!given?.call && busy && <p role="status">{k.loading}</p>}
      {given?.call && (
        <OneCall
          key={`${given.call.id} ${given.call.version}`}
          call={given.call}
          onDone={done}
          onNext={() => next()}
          skip={
            <Button kind="quiet" hotkey="s" busy={busy} onClick={() => next(given.call?.id)}>
              {t.skip}
            </Button>
          }
        />
      )}
      {given && !given.call && !busy && (
        <Empty
          why="none"
          words={
            <>
              {given.counts.nextAt ? t.noneNext(dateTime(given.counts.nextAt, language)) : t.none}
              <br />
              <span className="meta text-meta">{t.hours}</span>
            </>
          }
        >
          <Button busy={busy} onClick={() => next()}>
            {t.next}
          </Button>
        </Empty>
      )}
    </div>
  );
}
