import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { parseInstant } from "../../../foundation/time/index.ts";
import {
  ask,
  Button,
  Checkbox,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  InputNumber,
  Select,
  Tag,
  useFailureWords,
  useLanguage,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { keepTermRoute, TERM_UNITS, type Term } from "../contract.ts";
import type { Calendar } from "../rules/calendar.ts";
import { type Due, dueDate } from "../rules/due-date.rule.ts";
import { dueSentence } from "../rules/due-sentence.ts";
import { CountStrip } from "./count-strip.tsx";
import { draftOf, type KnownTerm, type TermDraft, termOf } from "./term-draft.ts";
import { clockDeskWords } from "./words.ts";

const options = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));

function counted(term: Term | null, start: Date | undefined, calendar: Calendar): { due?: Due; reason?: unknown } {
  if (!term || !start) return {};
  try {
    return { due: dueDate({ term, start, calendar }) };
  } catch (reason) {
    return { reason };
  }
}

/** One term: its fields, and beside them what they mean for a start that the reader chooses. */
export function TermEditor({ term, calendar, may, now }: { term: KnownTerm; calendar: Calendar; may: boolean; now: string }) {
  const t = useWords(clockDeskWords);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [draft, setDraft] = useState<TermDraft>(draftOf(term));
  const [start, setStart] = useState(now);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const set = <Name extends keyof TermDraft>(name: Name, value: TermDraft[Name]) => setDraft({ ...draft, [name]: value });
  const said = termOf(term, draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(term));
  const { due, reason } = counted(said.term, start ? parseInstant(start) : undefined, calendar);
  const keep = async () => {
    const found = [
      ...said.missing.map((field) => ({ field: `term-${field}`, sentence: `${label(field)}：${t.fieldMissing}` })),
      ...said.unfit.map((line) => ({ field: "term-pauses", sentence: t.pauseUnfit(line) })),
    ];
    setProblems(found);
    if (!said.term) return;
    setBusy(true);
    try {
      const { term: code, version: baseVersion, ...body } = said.term;
      const { version } = await ask(keepTermRoute, { params: { term: code }, body: { ...body, baseVersion } });
      await client.invalidateQueries({ queryKey: ["clocks"] });
      toast({ words: t.kept(version) });
    } catch (problem) {
      setProblems([{ field: "", sentence: failure(problem).sentence }]);
    } finally {
      setBusy(false);
    }
  };
  const label = (field: keyof TermDraft): string =>
    field === "times" ? t.extension : field === "residentTold" ? t.told : t[field];
  const error = (field: string) => problems.find((one) => one.field === `term-${field}`)?.sentence;
  const text = (field: "name" | "englishName" | "basis" | "approver" | "extensionBasis", most: number) => (
    <Field id={`term-${field}`} label={label(field)} error={error(field)}>
      <Input value={draft[field]} maxLength={most} readOnly={!may} onChange={(event) => set(field, event.target.value)} />
    </Field>
  );
  return (
    <div className="column">
      <section className="card">
        <header className="row row-wrap">
          <h2>{language === "en" && term.englishName ? term.englishName : term.name}</h2>
          <Tag tone="accent">{t.version(term.version)}</Tag>
          <Tag>{t.running(term.running)}</Tag>
          <span className="text-small meta">{term.term}</span>
          <span className="space" />
          {may && (
            <Button kind="primary" size="small" busy={busy} shut={changed ? undefined : t.keepNothing} onClick={keep}>
              {t.keep}
            </Button>
          )}
        </header>
        <div className="card-body column">
          <ErrorSummary problems={problems} />
          <div className="terms-form">
            {text("name", 60)}
            {text("englishName", 120)}
            <Field id="term-length" label={t.length} error={error("length")}>
              <InputNumber value={draft.length} min={1} max={3650} readOnly={!may} onChange={(value) => set("length", value)} />
            </Field>
            <Field id="term-unit" label={t.unit}>
              <Select
                value={draft.unit}
                disabled={!may}
                options={TERM_UNITS.map((value) => ({ value, label: t.units[value] }))}
                onChange={(value) => set("unit", value)}
              />
            </Field>
            <Field id="term-roll" label={t.roll}>
              <Select value={draft.roll} disabled={!may} options={options(t.rolls)} onChange={(value) => set("roll", value)} />
            </Field>
            <Field id="term-ends" label={t.ends}>
              <Select value={draft.ends} disabled={!may} options={options(t.endings)} onChange={(value) => set("ends", value)} />
            </Field>
          </div>
          {text("basis", 300)}
          <Field id="term-pauses" label={t.pauses} hint={t.pausesHint} error={error("pauses")}>
            <Input.TextArea
              value={draft.pauses}
              rows={2}
              maxLength={2000}
              readOnly={!may}
              placeholder={t.noPauses}
              onChange={(event) => set("pauses", event.target.value)}
            />
          </Field>
          <div className="terms-form">
            <Field id="term-times" label={t.extension}>
              <Select
                value={draft.times}
                disabled={!may}
                options={options(t.extensions)}
                onChange={(value) => set("times", value)}
              />
            </Field>
            {draft.times !== "none" && (
              <>
                <Field id="term-most" label={t.most} hint={t.mostHint}>
                  <InputNumber value={draft.most} min={1} max={3650} readOnly={!may} onChange={(value) => set("most", value)} />
                </Field>
                {text("approver", 60)}
                {text("extensionBasis", 300)}
                <Checkbox
                  checked={draft.residentTold}
                  disabled={!may}
                  onChange={(event) => set("residentTold", event.target.checked)}
                >
                  {t.told}
                </Checkbox>
              </>
            )}
          </div>
        </div>
      </section>
      <section className="card">
        <header>
          <h2>{t.tryTitle}</h2>
        </header>
        <div className="card-body column" aria-live="polite">
          <Field id="term-start" label={t.tryStart}>
            <Input type="datetime-local" value={start} onChange={(event) => setStart(event.target.value)} />
          </Field>
          {due ? (
            <>
              <p>{dueSentence(due, language)}</p>
              <CountStrip due={due} />
            </>
          ) : (
            <p className="meta">{reason ? failure(reason).sentence : t.tryNone}</p>
          )}
        </div>
      </section>
    </div>
  );
}
