import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, type Ref, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { ask, Button, useLanguage, useWords } from "../../../../ui/index.ts";
import {
  analyseRules,
  type Names,
  parseRules,
  printRules,
  problemSentence,
  type RuleFinding,
  type RuleProblem,
} from "../../../dispatch/contract.ts";
import { matchRule } from "../../contract.ts";
import type { Rule } from "./rule-list.ts";
import { textWords } from "./text-words.ts";
import "./rules.css";

const MOST_SHOWN = 20;

/** The text with every problem underlined at its characters; it lies behind the field that is written in. */
function Underlined({ text, problems, ref }: { text: string; problems: readonly RuleProblem[]; ref: Ref<HTMLPreElement> }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, length } of [...problems].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(
      text.slice(from, start),
      <mark key={start} data-start={start}>
        {text.slice(start, start + length) || " "}
      </mark>,
    );
    from = start + length;
  }
  return (
    <pre aria-hidden="true" ref={ref}>
      {parts}
      {text.slice(from)}
      {"\n"}
    </pre>
  );
}

function sentenceOfFinding(
  found: RuleFinding,
  rules: ReturnType<typeof parseRules>["rules"],
  t: (typeof textWords)["en"],
): string {
  const name = (index: number) => rules[index]?.rule.name ?? "";
  const by = "by" in found ? t.list(found.by.map(name)) : "";
  if (found.code === "never-reached") return t["never-reached"](name(found.rule), by);
  if (found.code === "partly-covered") return t["partly-covered"](name(found.rule), by, found.part);
  if (found.code === "gone") return t.gone(name(found.rule), found.part);
  return t[found.code](name(found.rule));
}

/** Which past matters the rule under the cursor would decide; asked half a second after the last change. */
function Matches({ rules, rule, days }: { rules: readonly Rule[]; rule: Rule | undefined; days: number }) {
  const t = useWords(textWords);
  const [asked, setAsked] = useState<{ rules: readonly Rule[]; rule: string } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(rule ? { rules, rule: rule.id } : null), 500);
    return () => clearTimeout(timer);
  }, [rules, rule]);
  const found = useQuery({
    queryKey: ["rule-matches", days, asked && JSON.stringify(asked)],
    enabled: asked !== null,
    queryFn: () => {
      const to = new Date();
      const from = new Date(to.getTime() - days * 86_400_000);
      return ask(matchRule, {
        body: { rules: [...asked!.rules], rule: asked!.rule, from: from.toISOString(), to: to.toISOString() },
      });
    },
  });
  return (
    <section className="card" aria-live="polite">
      <div className="card-body column">
        <h2>{t.match}</h2>
        {!rule ? (
          <p className="meta">{t.noRule}</p>
        ) : !found.data ? (
          <p className="meta">{t.matching}</p>
        ) : (
          <>
            <p>{t.matched(rule.name, String(found.data.decided), String(found.data.looked))}</p>
            {found.data.matters.length === 0 && <p className="meta">{t.none}</p>}
            <ul className="rule-matches">
              {found.data.matters.map((one) => (
                <li key={one.id}>
                  <Link to="/matters/$id" params={{ id: one.id }}>
                    {one.title}
                  </Link>
                  <span className="meta text-small">
                    {one.number} · {t.got(one.got, one.would)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}

/** The draft as text, beside what is wrong with it, what is doubtful, and which past matters the rule under the cursor would decide. */
export function TextEditor({
  rules,
  names,
  days,
  readOnly,
  onChange,
}: {
  rules: readonly Rule[];
  names: Names;
  days: number;
  readOnly: boolean;
  /** The rules that were read, or how many places could not be. */
  onChange: (read: readonly Rule[] | number) => void;
}) {
  const t = useWords(textWords);
  const locale = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const behind = useRef<HTMLPreElement>(null);
  const [text, setText] = useState(() => printRules(rules, names, { locale }));
  const [cursor, setCursor] = useState(0);
  const before = useRef(rules);
  const read = useMemo(() => parseRules(text, names, before.current), [text, names]);
  const current = useMemo(() => read.rules.map(({ rule }) => rule as Rule), [read]);
  // The analysis follows a moment behind, so that writing is never held up.
  const settled = useDeferredValue(read);
  const findings = useMemo(() => {
    const rules = settled.rules.map(({ rule }) => rule);
    return settled.problems.length ? [] : analyseRules(rules, names, locale);
  }, [settled, names, locale]);
  const under = read.rules.find(({ start, length }) => cursor >= start && cursor <= start + length)?.rule as Rule | undefined;
  const write = (next: string) => {
    setText(next);
    const parsed = parseRules(next, names, before.current);
    onChange(parsed.problems.length || parsed.rules.map(({ rule }) => rule as Rule));
  };
  const goTo = ({ start, length }: RuleProblem) => {
    field.current?.focus();
    field.current?.setSelectionRange(start, start + length);
    const mark = behind.current?.querySelector<HTMLElement>(`mark[data-start="${start}"]`);
    if (mark && field.current) field.current.scrollTop = mark.offsetTop - field.current.clientHeight / 3;
    setCursor(start);
  };
  return (
    <div className="rule-two">
      <div>
        <label htmlFor="rule-text-field">{t.label}</label>
        <p id="rule-text-hint" className="field-hint">
          {t.hint}
        </p>
        <div className="rule-text">
          <Underlined ref={behind} text={text} problems={read.problems} />
          <textarea
            id="rule-text-field"
            ref={field}
            value={text}
            spellCheck={false}
            readOnly={readOnly}
            aria-invalid={read.problems.length > 0}
            aria-describedby="rule-text-hint rule-text-problems"
            onChange={(event) => write(event.target.value)}
            onScroll={(event) => behind.current?.scrollTo(0, event.currentTarget.scrollTop)}
            onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
          />
        </div>
      </div>
      <div className="column">
        <section className="card" id="rule-text-problems" aria-live="polite">
          <div className="card-body column">
            <h2>{read.problems.length ? t.problems(read.problems.length) : t.fine}</h2>
            <ul>
              {read.problems.slice(0, MOST_SHOWN).map((problem) => (
                <li key={problem.start}>
                  <Button size="small" kind="quiet" onClick={() => goTo(problem)}>
                    {t.go(problem.line, problem.column)}
                  </Button>{" "}
                  {problemSentence(problem, locale)}
                </li>
              ))}
            </ul>
            <h2>{t.doubts}</h2>
            {findings.length === 0 && <p className="meta">{read.problems.length > 0 ? t.doubtsLater : t.noDoubts}</p>}
            <ul>
              {findings.map((found) => (
                <li key={JSON.stringify(found)}>{sentenceOfFinding(found, settled.rules, t as never)}</li>
              ))}
            </ul>
          </div>
        </section>
        {!readOnly && <Matches rules={current} rule={under} days={days} />}
      </div>
    </div>
  );
}
