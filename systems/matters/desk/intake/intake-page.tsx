import { Link, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import {
  AutosaveMark,
  Button,
  Dialog,
  Empty,
  ErrorSummary,
  type FieldProblem,
  Icon,
  kitWords,
  Segments,
  Tag,
  useAutosave,
  useHotkeys,
  useWords,
} from "../../../../ui/index.ts";
import { keepDraft, throwDraft, useKeptDraft } from "../matter/drafts.ts";
import { useMe, useRight } from "../queries.ts";
import { type Entry, emptyEntry, missingIn, worthKeeping } from "./entry.ts";
import { lostCodeWords } from "./lost-code-words.ts";
import { ReceiptPanel } from "./receipt-panel.tsx";
import { type KeptAnswer, Side, type Similar } from "./side.tsx";
import { focusStop } from "./stops.ts";
import { TextPart } from "./text-part.tsx";
import { usePreview } from "./use-preview.ts";
import { type Given, useRegister } from "./use-register.ts";
import { DangerBar, MoreParts, RegisterBar, WhatParts } from "./what-parts.tsx";
import { WherePart } from "./where-part.tsx";
import { WhoPart } from "./who-part.tsx";
import { intakeWords } from "./words.ts";
import "./intake.css";

const DRAFT = "receive";

function Form({ first, onGiven, next }: { first: Entry; onGiven: (given: Given) => void; next: (given: Given) => void }) {
  const t = useWords(intakeWords);
  const lost = useWords(lostCodeWords);
  const form = useRef<HTMLDivElement>(null);
  const [entry, setEntry] = useState(first);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [leaving, setLeaving] = useState(false);
  const change = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  const preview = usePreview(entry);
  const sending = useRegister();
  const worth = worthKeeping(entry);
  const autosave = useAutosave(entry, { worth, save: (value) => keepDraft(DRAFT, value), drop: () => throwDraft(DRAFT) });
  useEffect(() => focusStop(form.current?.querySelector("[data-stop=who]")), []);

  const sound = (more: FieldProblem[] = []): boolean => {
    const found = [
      ...(entry.text.trim().length < 2 ? [{ field: "intake-text", sentence: t.errors.text }] : []),
      ...(entry.who === "other" && !entry.relation.trim() ? [{ field: "intake-relation", sentence: t.errors.relation }] : []),
      ...more,
    ];
    setProblems(found);
    return found.length === 0;
  };
  const done = (given: Given | null, then: (given: Given) => void) => {
    if (!given) return;
    autosave.finish();
    then(given);
  };
  const register = async (then: (given: Given) => void) => sound() && done(await sending.register(entry), then);
  const answer = async (one: KeptAnswer) => {
    const category = entry.category ?? preview?.category?.value ?? null;
    if (sound(category ? [] : [{ field: "", sentence: t.errors.category }]))
      done(await sending.answer({ ...entry, category }, one), onGiven);
  };
  const join = async (one: Similar) => sound() && done(await sending.join(entry, one), onGiven);
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const missing = missingIn(entry);
  const answers = preview?.knowledge.slice(0, 3) ?? [];
  const likely = preview?.similar[0];
  useHotkeys([
    { keys: "Ctrl+Enter", words: t.register, whileTyping: true, run: () => register(onGiven) },
    { keys: "Ctrl+Shift+Enter", words: t.registerNext, whileTyping: true, run: () => register(next) },
    ...answers.map((one, index) => ({
      keys: `Alt+${index + 1}`,
      words: index === 0 ? t.answerNow : undefined,
      whileTyping: true,
      run: () => answer(one),
    })),
    { keys: "Alt+m", words: t.alsoMet, whileTyping: true, off: !likely, run: () => likely && join(likely) },
  ]);
  return (
    <div className="intake">
      <div className="intake-form" data-form ref={form}>
        <div className="row row-wrap">
          <h1>{t.title}</h1>
          <Segments
            label={t.doorLabel}
            value={entry.door}
            options={(["counter", "hotline"] as const).map((value) => ({ value, words: t.doors[value] }))}
            onChange={(door) => change({ door })}
          />
          <Link to={"/receive/lost-code" as never} className="text-meta">
            {lost.title}
          </Link>
          <span className="space" />
          <span className="text-meta meta" role="status">
            {missing.length > 0 ? t.missing(missing.map((one) => t.parts[one]).join("、")) : t.complete}
          </span>
        </div>
        <p className="text-small meta intake-keys">
          {t.keysHint} {missing.length > 0 && t.alsoUnconfirmed}
        </p>
        <DangerBar entry={entry} preview={preview} />
        <ErrorSummary problems={problems} />
        {sending.problem && (
          <p className="notice-bar" data-tone="over" role="alert">
            <Icon name="triangle" small />
            {sending.problem.sentence}
          </p>
        )}
        <WhoPart entry={entry} change={change} error={of("intake-relation")} />
        <TextPart entry={entry} change={change} preview={preview} error={of("intake-text")} />
        <WherePart entry={entry} change={change} preview={preview} />
        <WhatParts entry={entry} change={change} preview={preview} />
        <MoreParts entry={entry} change={change} />
        <span className="space" />
        <RegisterBar
          busy={sending.busy}
          onRegister={() => register(onGiven)}
          onRegisterNext={() => register(next)}
          onGiveUp={worth ? () => setLeaving(true) : null}
          kept={<AutosaveMark autosave={autosave} />}
        />
      </div>
      <Side preview={preview} busy={sending.busy} onAnswer={answer} onAlsoMet={join} />
      <Dialog
        open={leaving}
        title={t.giveUpTitle}
        onClose={() => setLeaving(false)}
        width={420}
        foot={
          <>
            <Button
              kind="danger"
              onClick={() => {
                autosave.finish();
                setLeaving(false);
                setEntry(emptyEntry(entry.door));
              }}
            >
              {t.giveUp}
            </Button>
            <Button kind="primary" onClick={() => setLeaving(false)}>
              {t.keep}
            </Button>
          </>
        }
      >
        <p className="second">{t.giveUpText}</p>
      </Dialog>
    </div>
  );
}

/** 登记: everything at a counter or on the telephone, by keyboard alone. */
export default function IntakePage() {
  const t = useWords(intakeWords);
  const k = useWords(kitWords);
  const search = useSearch({ strict: false }) as { door?: string };
  const door = search.door === "hotline" ? "hotline" : "counter";
  const may = useRight("matters.receive");
  const me = useMe();
  const draft = useKeptDraft<Entry>(DRAFT);
  const begun = useRef(false);
  begun.current ||= draft.ready && !me.isPending;
  const [round, setRound] = useState(0);
  const [given, setGiven] = useState<Given | null>(null);
  const [last, setLast] = useState<Given | null>(null);
  const another = (before: Given | null) => {
    setGiven(null);
    setLast(before);
    setRound((one) => one + 1);
  };
  if (!begun.current)
    return (
      <p className="page meta" role="status">
        {k.loading}
      </p>
    );
  if (!may) return <Empty why="no-right" words={t.noRight} />;
  if (given)
    return (
      <div className="page">
        <ReceiptPanel given={given} onNext={() => another(null)} />
      </div>
    );
  return (
    <>
      {last && (
        <p className="notice-bar intake-last" role="status">
          <Icon name="check" small />
          {t.receiptOf(last.number)} <Tag>{last.code.replace(/(\d{4})(?=\d)/g, "$1-")}</Tag>
          <a href={`/print/receipt/${last.id}`} target="_blank" rel="noreferrer">
            {t.print}
          </a>
        </p>
      )}
      <Form
        key={round}
        first={round === 0 && draft.kept ? { ...emptyEntry(door), ...draft.kept.body } : emptyEntry(door)}
        onGiven={setGiven}
        next={another}
      />
    </>
  );
}
