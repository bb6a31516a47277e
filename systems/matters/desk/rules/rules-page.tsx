import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Failure,
  kitWords,
  Segments,
  Tag,
  useFailureWords,
  useLanguage,
  useToast,
  useWords,
} from "../../../../ui/index.ts";
import { getRules, printWhen, saveRules, switchOnRules } from "../../../dispatch/contract.ts";
import { tryRules } from "../../contract.ts";
import { useRight } from "../queries.ts";
import { RuleDialog } from "./rule-dialog.tsx";
import { moved, placed, type Rule, type RuleBooks } from "./rule-list.ts";
import { TextEditor } from "./text-editor.tsx";
import { textWords } from "./text-words.ts";
import { Trial, type Tried } from "./trial.tsx";
import { useNames } from "./use-names.ts";
import { useRuleNames } from "./use-rule-names.ts";
import { ruleWords } from "./words.ts";
import "../parts/work.css";

const SPANS = { month: 31, quarter: 92, year: 366 } as const;
type Span = keyof typeof SPANS;
const fresh = (): Rule => ({
  id: newId(),
  name: "",
  when: {},
  then: { unit: "", supports: [] },
  owner: "county-centre.rules",
  reason: "",
});

type View = "form" | "text";

function Editor({ books, view, onView }: { books: RuleBooks; view: View; onView: (view: View) => void }) {
  const t = useWords(ruleWords);
  const k = useWords(kitWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const may = useRight("rules.edit");
  const { targetName, whenWords } = useNames();
  const w = useWords(textWords);
  const names = useRuleNames();
  const language = useLanguage();
  const [unread, setUnread] = useState(0);
  const [textKey, setTextKey] = useState(0);
  const kept = (books.draft ?? books.on).rules;
  const [rules, setRules] = useState<readonly Rule[]>(kept);
  const [editing, setEditing] = useState<Rule | null>(null);
  const [span, setSpan] = useState<Span>("quarter");
  const [tried, setTried] = useState<{ version: number; answer: Tried } | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const changed = JSON.stringify(rules) !== JSON.stringify(kept);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (reason) {
      setProblem(failure(reason));
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    run(async () => {
      await ask(saveRules, { body: { commandId: newId(), rules: [...rules] } });
      await client.invalidateQueries({ queryKey: ["dispatch-rules"] });
      toast({ words: t.saved });
    });
  const tryDraft = () =>
    run(async () => {
      const to = new Date();
      const from = new Date(to.getTime() - SPANS[span] * 86_400_000);
      const answer = await ask(tryRules, { body: { from: from.toISOString(), to: to.toISOString() } });
      setTried({ version: books.draft?.version ?? books.on.version, answer });
    });
  const switchOn = () =>
    run(async () => {
      if (!books.draft) return;
      setAsking(false);
      const { version } = await ask(switchOnRules, { body: { commandId: newId(), version: books.draft.version } });
      await client.invalidateQueries({ queryKey: ["dispatch-rules"] });
      setTried(null);
      toast({ words: t.switched(version) });
    });
  const wasTried = books.draft !== null && tried?.version === books.draft.version;
  return (
    <>
      <div className="row row-wrap">
        <Tag tone="accent">{t.on(books.on.version)}</Tag>
        <Tag>{books.draft ? t.draft(books.draft.version) : t.noDraft}</Tag>
        {changed && <Tag tone="amber">{t.changed}</Tag>}
        <span className="space" />
        {may && (
          <>
            <Button icon="plus" shut={unread ? w.mendFirst(unread) : undefined} onClick={() => setEditing(fresh())}>
              {t.add}
            </Button>
            <Button
              kind={changed ? "primary" : "plain"}
              busy={busy}
              shut={unread ? w.problems(unread) : undefined}
              onClick={save}
            >
              {t.save}
            </Button>
            <Button
              kind={!changed && wasTried ? "primary" : "plain"}
              busy={busy}
              shut={changed ? t.trySaveFirst : !books.draft ? t.noDraft : wasTried ? undefined : t.switchTryFirst}
              onClick={() => setAsking(true)}
            >
              {t.switchOn}
            </Button>
          </>
        )}
      </div>
      {!may && <p className="notice-bar">{t.noRight}</p>}
      <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
      {may && (
        <div className="row row-wrap">
          <Segments
            label={t.spanLabel}
            value={span}
            options={(Object.keys(SPANS) as Span[]).map((value) => ({ value, words: t.span[value] }))}
            onChange={setSpan}
          />
          <Button busy={busy} shut={changed ? t.trySaveFirst : !books.draft ? t.noDraft : undefined} onClick={tryDraft}>
            {t.tryIt}
          </Button>
        </div>
      )}
      {tried && <Trial tried={tried.answer} />}
      <Segments
        label={w.view}
        value={view}
        options={(["form", "text"] as const).map((value) => ({ value, words: w[value] }))}
        onChange={(next) => (unread ? setProblem({ sentence: w.mendFirst(unread) }) : onView(next))}
      />
      {view === "text" && names && (
        <TextEditor
          key={textKey}
          rules={rules}
          names={names}
          days={SPANS[span]}
          readOnly={!may}
          onChange={(next) => {
            setUnread(typeof next === "number" ? next : 0);
            if (typeof next !== "number") setRules(next);
            setProblem(null);
          }}
        />
      )}
      <ol className="card rule-list" aria-label={t.list} hidden={view === "text"}>
        {rules.map((rule, index) => (
          <li key={rule.id}>
            <span className="meta rule-n">{index + 1}</span>
            <div>
              <b>{rule.name}</b>
              <p className="text-meta second">{names ? printWhen(rule.when, names, language) : whenWords(rule.when)}</p>
              <p className="text-meta">
                {t.goesTo(targetName(rule.then.unit))}
                {rule.then.supports.length > 0 && `，${t.supports(rule.then.supports.map(targetName).join("、"))}`}
                <span className="meta"> · {rule.reason}</span>
              </p>
            </div>
            {may && (
              <span className="row">
                <Button
                  size="small"
                  kind="quiet"
                  icon="arrow-up"
                  aria-label={t.up(rule.name)}
                  shut={index === 0 ? t.up(rule.name) : undefined}
                  onClick={() => setRules(moved(rules, index, -1))}
                />
                <Button
                  size="small"
                  kind="quiet"
                  icon="arrow-down"
                  aria-label={t.down(rule.name)}
                  shut={index === rules.length - 1 ? t.down(rule.name) : undefined}
                  onClick={() => setRules(moved(rules, index, 1))}
                />
                <Button size="small" aria-label={t.edit(rule.name)} onClick={() => setEditing(rule)}>
                  {t.editShort}
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  icon="cross"
                  aria-label={t.remove(rule.name)}
                  onClick={() => setRules(rules.filter((one) => one.id !== rule.id))}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {editing && (
        <RuleDialog
          rule={editing}
          isNew={!rules.some((one) => one.id === editing.id)}
          onClose={() => setEditing(null)}
          onDone={(rule) => {
            setRules(placed(rules, rule));
            setTextKey(textKey + 1);
            setEditing(null);
          }}
        />
      )}
      <Dialog
        open={asking}
        title={t.switchOnTitle(books.draft?.version ?? 0)}
        onClose={() => setAsking(false)}
        width={440}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{k.cancel}</Button>
            <Button kind="primary" busy={busy} onClick={switchOn}>
              {t.switchOn}
            </Button>
          </>
        }
      >
        <p className="second">{t.switchOnText}</p>
      </Dialog>
    </>
  );
}

/** 派单规则: an ordered list, a draft, a trial on past matters, and only then switched on. */
export default function RulesPage() {
  const t = useWords(ruleWords);
  const k = useWords(kitWords);
  const [view, setView] = useState<View>("form");
  const found = useQuery({ queryKey: ["dispatch-rules"], queryFn: () => ask(getRules) });
  return (
    <div className="work">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      {found.error && !found.data && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      {found.data && (
        <Editor key={`${found.data.on.version}-${found.data.draft?.version}`} books={found.data} view={view} onView={setView} />
      )}
    </div>
  );
}
