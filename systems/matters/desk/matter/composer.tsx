import { type RefObject, useEffect, useRef, useState } from "react";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import {
  AutosaveMark,
  Button,
  ConflictDialog,
  ErrorSummary,
  type FieldProblem,
  Icon,
  Segments,
  useAutosave,
  useLanguage,
  useToast,
  useWords,
} from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import type { Outcome } from "../../rules/lifecycle.ts";
import { OUTCOMES } from "../../rules/lifecycle.ts";
import { waitingWords } from "../parts/waiting-words.ts";
import type { MatterPage } from "../queries.ts";
import { blanksIn } from "./blanks.ts";
import { keepDraft, throwDraft, useKeptDraft } from "./drafts.ts";
import { Attach, type KeptFile } from "./files.tsx";
import { knownOf } from "./known.ts";
import { OpinionsField, opinionsOut } from "./opinions-field.tsx";
import { chooseBlank, ReplyArea, Templates } from "./reply-area.tsx";
import { type ActInput, useAct, wordsOf } from "./use-act.ts";
import { pageWords } from "./words.ts";

/** Acts that are written here, in the order in which they are offered. */
export const WRITTEN = ["report-progress", "answer", "ask", "answer-on-spot", "support-answer", "supplement", "note"] as const;
export type Written = (typeof WRITTEN)[number];
const TO_RESIDENT: readonly Written[] = ["report-progress", "answer", "ask", "answer-on-spot"];

interface Draft {
  readonly act: Written;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly choices: string;
  readonly files: readonly KeptFile[];
  readonly knowledgeId?: string;
  /** Why the lead answers while opinions are out. */
  readonly without?: string;
}
export type Reply = { act: Written; text: string };

/** Writing on the matter: to the resident, or for staff only. What is written is kept by itself; a blank left open blocks sending. */
export function Composer({
  matter,
  act,
  onAct,
  given,
  onReply,
  area,
}: {
  matter: MatterPage;
  act: Written;
  onAct: (act: Written) => void;
  given: { text: string; knowledgeId?: string; at: number } | null;
  onReply: (reply: Reply) => void;
  area: RefObject<HTMLTextAreaElement | null>;
}) {
  const t = useWords(pageWords);
  const m = useWords(matterWords);
  const w = useWords(waitingWords);
  const language = useLanguage();
  const toast = useToast();
  const key = `matter:${matter.id}`;
  const { kept, ready } = useKeptDraft<Draft>(key);
  const empty: Draft = { act, text: "", outcome: null, choices: "", files: [] };
  const [draft, setDraft] = useState<Draft>(empty);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [restored, setRestored] = useState<string | null>(null);
  const touched = useRef(false);
  const worth = draft.text.trim() !== "" || draft.files.length > 0;
  const autosave = useAutosave(draft, { worth, save: (value) => keepDraft(key, value), drop: () => throwDraft(key) });
  const reset = () => {
    autosave.finish();
    setDraft({ ...empty, act: draft.act });
    setRestored(null);
  };
  const acting = useAct(matter, reset);
  const change = (part: Partial<Draft>) => {
    touched.current = true;
    setDraft((before) => ({ ...before, ...part }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a kept draft is taken up once, before anything is typed
  useEffect(() => {
    if (!ready || touched.current || !kept) return;
    touched.current = true;
    setDraft({ ...empty, ...kept.body });
    setRestored(kept.savedAt);
    if (matter.may.includes(kept.body.act)) onAct(kept.body.act);
  }, [ready]);
  useEffect(() => setDraft((before) => ({ ...before, act })), [act]);
  useEffect(() => {
    if (!given) return;
    touched.current = true;
    setDraft((before) => ({ ...before, text: given.text, knowledgeId: given.knowledgeId }));
  }, [given]);
  useEffect(() => onReply({ act: draft.act, text: draft.text }), [draft.act, draft.text, onReply]);

  const open = WRITTEN.filter((one) => matter.may.includes(one));
  const toResident = open.filter((one) => TO_RESIDENT.includes(one));
  const forStaff = open.filter((one) => !TO_RESIDENT.includes(one));
  const outward = TO_RESIDENT.includes(draft.act);
  const blanks = blanksIn(draft.text);
  const known = knownOf(matter, language);
  const build = (): ActInput => {
    const files = draft.files.map((file) => file.id);
    if (draft.act === "answer") {
      const withoutOpinions = opinionsOut(matter).length > 0 ? draft.without?.trim() || undefined : undefined;
      return { act: "answer", reply: draft.text, outcome: draft.outcome ?? "solved", files, withoutOpinions };
    }
    if (draft.act === "ask")
      return {
        act: "ask",
        reply: draft.text,
        choices: draft.choices
          .split("\n")
          .map((one) => one.trim())
          .filter(Boolean)
          .slice(0, 5),
      };
    if (draft.act === "answer-on-spot")
      return { act: "answer-on-spot", reply: draft.text, knowledgeId: draft.knowledgeId, files };
    if (draft.act === "report-progress") return { act: "report-progress", reply: draft.text, files };
    return { act: draft.act, note: draft.text, files };
  };
  const closes = draft.act === "answer" && matter.inOneGo.includes("answer-close");
  const send = (closing = false) => {
    const found: FieldProblem[] = [];
    if (draft.text.trim().length < 2) found.push({ field: "composer", sentence: t.textMissing });
    if (blanks.length > 0) found.push({ field: "composer", sentence: t.unfilled(blanks.length) });
    if (draft.act === "answer" && !draft.outcome) found.push({ field: "composer-outcome", sentence: t.outcomeMissing });
    if (draft.act === "answer" && opinionsOut(matter).length > 0 && (draft.without?.trim().length ?? 0) < 2)
      found.push({ field: "composer-without", sentence: w.withoutOpinionsMissing });
    setProblems(found);
    if (found.length === 0) acting.send(build(), { closing });
  };
  const discard = () => {
    const before = draft;
    reset();
    toast({ words: t.discarded, undo: () => change(before) });
  };
  if (open.length === 0) return null;
  const list = outward ? toResident : forStaff;
  return (
    <section
      className="card composer"
      data-empty={worth || problems.length > 0 ? "no" : "yes"}
      aria-label={outward ? t.reply : t.internal}
    >
      <header>
        {toResident.length > 0 && forStaff.length > 0 ? (
          <Segments
            label={t.actAs}
            value={outward ? "out" : "in"}
            onChange={(value) =>
              onAct((value === "out" ? toResident[0] : (forStaff.find((one) => one === "note") ?? forStaff[0])) as Written)
            }
            options={[
              {
                value: "out",
                words: (
                  <>
                    <Icon name="eye" small /> {t.reply}
                  </>
                ),
              },
              {
                value: "in",
                words: (
                  <>
                    <Icon name="lock" small /> {t.internal}
                  </>
                ),
              },
            ]}
          />
        ) : (
          <h2>{outward ? t.reply : t.internal}</h2>
        )}
        {list.length > 1 && (
          <Segments
            label={t.actAs}
            value={draft.act}
            onChange={onAct}
            options={list.map((value) => ({ value, words: m.acts[value] }))}
          />
        )}
        <span className="space" />
        <AutosaveMark autosave={autosave} />
        <Templates
          act={draft.act}
          known={known}
          onTake={(text) => {
            change({ text });
            setTimeout(() => chooseBlank(area.current, blanksIn(text)[0] ?? { name: "", start: text.length, end: text.length }));
          }}
        />
      </header>
      <div className="card-body column">
        {restored && (
          <p className="notice-bar">
            {t.restored(dateTime(restored, language))}
            <button type="button" className="link-button" onClick={discard}>
              {t.discard}
            </button>
          </p>
        )}
        <ErrorSummary
          problems={acting.problem ? [...problems, { field: "composer", sentence: acting.problem.sentence }] : problems}
          requestId={acting.problem?.requestId}
          article={acting.problem?.article}
        />
        <ReplyArea
          id="composer"
          area={area}
          value={draft.text}
          onChange={(text) => change({ text })}
          onSend={() => send()}
          onSendAndClose={closes ? () => send(true) : undefined}
          internal={!outward}
          label={outward ? t.writeReply : t.writeNote}
          invalid={problems.length > 0}
        />
        {draft.act === "answer" && (
          <div id="composer-outcome" tabIndex={-1} className="row row-wrap only-while-writing">
            <span className="strong">{t.outcome}</span>
            <Segments
              label={t.outcome}
              value={draft.outcome ?? ("" as Outcome)}
              onChange={(outcome) => change({ outcome })}
              options={OUTCOMES.map((value) => ({ value, words: m.outcomes[value] }))}
            />
          </div>
        )}
        {draft.act === "answer" && (
          <OpinionsField
            matter={matter}
            value={draft.without ?? ""}
            onChange={(without) => change({ without })}
            error={problems.find((one) => one.field === "composer-without")?.sentence}
          />
        )}
        {draft.act === "ask" && (
          <label className="field only-while-writing">
            <span className="field-label">{t.choices}</span>
            <textarea
              className="plain-area"
              rows={2}
              value={draft.choices}
              onChange={(event) => change({ choices: event.target.value })}
            />
          </label>
        )}
        <div className="row row-wrap only-while-writing">
          <Button
            kind="primary"
            hotkey="Ctrl+Enter"
            onClick={() => send()}
            busy={acting.busy}
            shut={blanks.length > 0 ? t.unfilled(blanks.length) : undefined}
          >
            {outward ? t.send : t.keep}
          </Button>
          {closes && (
            <Button
              hotkey="Ctrl+Shift+Enter"
              onClick={() => send(true)}
              busy={acting.busy}
              shut={blanks.length > 0 ? t.unfilled(blanks.length) : undefined}
            >
              {t.sendAndClose}
            </Button>
          )}
          {blanks[0] && <Button onClick={() => chooseBlank(area.current, blanks[0])}>{t.fill(blanks[0].name)}</Button>}
          {blanks.length > 0 && (
            <span className="text-meta composer-shut">
              <Icon name="triangle" small /> {t.unfilled(blanks.length)}
            </span>
          )}
          <span className="space" />
          {draft.act !== "ask" && <Attach files={draft.files} onChange={(files) => change({ files })} />}
          {worth && (
            <Button kind="quiet" size="small" onClick={discard}>
              {t.discard}
            </Button>
          )}
        </div>
      </div>
      <ConflictDialog
        open={acting.conflict !== null}
        changes={acting.conflict?.changes ?? []}
        mine={wordsOf(acting.conflict?.input)}
        onAgain={acting.again}
        onBack={acting.back}
        busy={acting.busy}
      />
    </section>
  );
}
