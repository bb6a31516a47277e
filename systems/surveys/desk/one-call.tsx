import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Refused } from "../../../foundation/http/client.ts";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { dateTime } from "../../../foundation/i18n/dates.ts";
import { newId } from "../../../foundation/ids.ts";
import {
  ask,
  Button,
  Checkbox,
  ErrorSummary,
  Input,
  Tag,
  useFailureWords,
  useHotkeys,
  useLanguage,
  useWords,
} from "../../../ui/index.ts";
import { matterWords } from "../../matters/contract.ts";
import { CONTACTED, getCallPage, openTelephone, recordAnswer, recordAttempt, SATISFIED, SOLVED } from "../contract.ts";
import { Unreached } from "./unreached.tsx";
import { callWords } from "./words.ts";

type Call = AnswerOf<typeof getCallPage>;
type Question = "contacted" | "solved" | "satisfied";
type Answers = Partial<Record<Question, string>>;
type Then = "nothing" | "note" | "reopen";
type What = "no-answer" | "busy" | "wrong-number" | "no-number" | "call-later" | "refused";

const CHOICES = { contacted: CONTACTED, solved: SOLVED, satisfied: SATISFIED } as const;

/** One call as it is made: telephone, script, questions with a number key an answer, and what follows. */
export function OneCall({
  call,
  onDone,
  onNext,
  skip,
}: {
  call: Call;
  onDone: (state: string) => void;
  onNext: () => void;
  skip: ReactNode;
}) {
  const t = useWords(callWords);
  const m = useWords(matterWords);
  const language = useLanguage();
  const failure = useFailureWords();
  const questions: Question[] = call.portalRating ? ["contacted", "solved"] : ["contacted", "solved", "satisfied"];
  const [answers, setAnswers] = useState<Answers>({});
  const [version, setVersion] = useState(call.version);
  const [words, setWords] = useState("");
  const [consent, setConsent] = useState(false);
  const [told, setTold] = useState<AnswerOf<typeof openTelephone> | null>(null);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string; stale?: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const [commandIds] = useState(() => ({ phone: newId(), answer: newId(), attempt: newId() }));
  const now = questions.find((one) => !answers[one]);
  const name = (question: Question, value: string) =>
    question === "satisfied" ? m.ratings[value as keyof typeof m.ratings] : (t[question][value] ?? value);
  const choose = (question: Question, value: string) => {
    setAnswers((before) => ({ ...before, [question]: value }));
    commandIds.answer = newId();
  };
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (reason) {
      const stale = reason instanceof Refused && reason.code === "surveys.changed-meanwhile";
      if (stale) {
        const current = await ask(getCallPage, { params: { id: call.id } });
        setVersion(current.version);
        setProblem({
          sentence: `${t.conflict(t.states[current.state] ?? current.state)}${language === "en" ? ". " : "。"}${t.keep}`,
          stale,
        });
      } else setProblem(failure(reason));
    } finally {
      setBusy(false);
    }
  };
  const phone = () =>
    run(async () => setTold(await ask(openTelephone, { params: { id: call.id }, body: { commandId: commandIds.phone } })));
  const attempt = (what: What, laterAt?: string) =>
    run(async () => {
      const body = { commandId: commandIds.attempt, baseVersion: version, what, ...(laterAt && { laterAt }) };
      onDone((await ask(recordAttempt, { params: { id: call.id }, body })).state);
    });
  const record = (then: Then) => {
    const missing =
      now ?? (then !== "nothing" && words.trim().length < 2 ? "words" : then === "reopen" && !consent ? "consent" : undefined);
    if (missing) return setProblem({ sentence: t.missing[missing] ?? missing });
    return run(async () => {
      const body = {
        commandId: commandIds.answer,
        baseVersion: version,
        contacted: answers.contacted as (typeof CONTACTED)[number],
        solved: answers.solved as (typeof SOLVED)[number],
        ...(!call.portalRating && { satisfied: answers.satisfied as (typeof SATISFIED)[number] }),
        ...(words.trim().length > 1 && { words: words.trim() }),
        then,
        consent,
      };
      onDone((await ask(recordAnswer, { params: { id: call.id }, body })).state);
    });
  };
  const back = () => {
    const last = [...questions].reverse().find((one) => answers[one]);
    if (last) setAnswers(({ [last]: _gone, ...rest }) => rest);
  };
  const bad =
    answers.solved === "not-solved" || answers.solved === "partly-solved" || /dissatisfied/.test(answers.satisfied ?? "");
  useHotkeys([
    { keys: "p", words: t.keys.phone, run: phone, off: told !== null },
    ...[1, 2, 3, 4, 5].map((n) => ({
      keys: String(n),
      run: () => {
        const value = now && CHOICES[now][n - 1];
        if (now && value) choose(now, value);
      },
    })),
    { keys: "Backspace", words: t.keys.back, run: back },
    { keys: "Ctrl+Enter", words: t.keys.record, whileTyping: true, run: () => record("nothing") },
    { keys: "Alt+n", words: t.then.note, whileTyping: true, run: () => record("note"), off: !bad },
    { keys: "Alt+r", words: t.then.reopen, whileTyping: true, run: () => record("reopen"), off: !bad },
  ]);
  const step = (question: Question) => (
    <section className="call-step" key={question} data-now={now === question ? "yes" : "no"} aria-label={t.steps[question]}>
      <h3>{t.steps[question]}</h3>
      <p className="call-say">{call.script[question]}</p>
      <fieldset className="call-answers" aria-label={t.steps[question]} style={{ border: 0, padding: 0, margin: 0 }}>
        {CHOICES[question].map((value, index) => (
          <Button
            key={value}
            kind={answers[question] === value ? "primary" : "plain"}
            aria-pressed={answers[question] === value}
            hotkey={now === question ? String(index + 1) : undefined}
            onClick={() => choose(question, value)}
          >
            {name(question, value)}
          </Button>
        ))}
      </fieldset>
    </section>
  );
  return (
    <div className="calls-two">
      <section className="card" aria-label={t.asks}>
        <header>
          <h2>{t.asks}</h2>
          <span className="text-small meta">{t.scriptVersion(call.script.version)}</span>
        </header>
        <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
        {problem?.stale && (
          <p className="call-step">
            <Button onClick={onNext}>{t.next}</Button>
          </p>
        )}
        <section className="call-step" data-now={told ? "no" : "yes"}>
          {told ? (
            <p className="call-phone" data-testid="telephone">
              {told.phone ?? t.phoneNone} <span className="text-meta">{told.name}</span>
            </p>
          ) : (
            <Button kind="primary" icon="eye" hotkey="p" busy={busy} onClick={phone}>
              {t.phone}
            </Button>
          )}
          <p className="text-small meta">{t.phoneHint}</p>
          {told && !told.phone && (
            <Button busy={busy} onClick={() => attempt("no-number")}>
              {t.tries["no-number"]}
            </Button>
          )}
          {call.reporter.enteredFor && <p className="text-meta second">{t.entered}</p>}
        </section>
        <section className="call-step">
          <h3>{t.steps.greeting}</h3>
          <p className="call-say">{call.script.greeting}</p>
          <h3>{t.steps.identityCheck}</h3>
          <p className="call-say">{call.script.identityCheck}</p>
          <p className="text-meta second">
            {t.notHim}：{call.script.wrongPerson}
          </p>
        </section>
        {questions.map(step)}
        {call.portalRating && <p className="call-step second">{t.ratedAtPortal(m.ratings[call.portalRating])}</p>}
        <section className="call-step" data-now={now ? "no" : "yes"}>
          <h3>{t.steps.words}</h3>
          <p className="call-say">{call.script.words}</p>
          <Input.TextArea
            aria-label={t.words}
            value={words}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => {
              setWords(event.target.value);
              commandIds.answer = newId();
            }}
          />
          {bad && (
            <p style={{ margin: "8px 0" }}>
              <span className="second">{call.script.consent}</span>
              <br />
              <Checkbox
                checked={consent}
                onChange={(event) => {
                  setConsent(event.target.checked);
                  commandIds.answer = newId();
                }}
              >
                {t.consent}
              </Checkbox>
            </p>
          )}
          <div className="call-answers" style={{ marginTop: 8 }}>
            <Button
              kind="primary"
              busy={busy}
              hotkey="Ctrl+Enter"
              shut={now ? t.missing[now] : undefined}
              onClick={() => record("nothing")}
            >
              {t.then.nothing}
            </Button>
            {bad && (
              <>
                <Button busy={busy} hotkey="Alt+n" onClick={() => record("note")}>
                  {t.then.note}
                </Button>
                <Button kind="danger" busy={busy} hotkey="Alt+r" onClick={() => record("reopen")}>
                  {t.then.reopen}
                </Button>
              </>
            )}
          </div>
          <p className="text-meta second" style={{ marginTop: 8 }}>
            {call.script.goodbye}
          </p>
        </section>
      </section>
      <div className="column">
        <Unreached busy={busy} onAttempt={attempt} skip={skip} />
        <section className="card" aria-label={t.about}>
          <header>
            <h2>{t.about}</h2>
            {call.matter.kind && <Tag>{m.kinds[call.matter.kind as keyof typeof m.kinds]}</Tag>}
          </header>
          <div className="card-body column">
            <b>{call.matter.title}</b>
            <span className="text-meta second">
              {call.matter.number} · {t.handle(call.reporter.handle)}
            </span>
            <span className="text-meta">
              {t.unit}：{call.matter.unit} · {t.closed} {dateTime(call.matter.closedAt, language)}
            </span>
            <h3>{t.reply}</h3>
            <p className="note-resident pre text-meta">{call.matter.reply ?? t.noReply}</p>
            <Link to="/matters/$id" params={{ id: call.matter.id } as never}>
              {t.open}
            </Link>
            <h3>{t.attempts(call.attempts.length, call.mostAttempts)}</h3>
            {call.attempts.length > 0 && (
              <ol className="text-meta">
                {call.attempts.map((one) => (
                  <li key={one.at}>
                    {dateTime(one.at, language)} · {(one.what && t.tries[one.what]) ?? t.acts[one.act]}
                  </li>
                ))}
              </ol>
            )}
          </div>
        </section>
      </div>
    </div>
  );
}
