import { type FormEvent, useState } from "react";
import {
  Button,
  Dialog,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  kitWords,
  Select,
  useWords,
} from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import { DOORS, KINDS, URGENCIES } from "../../rules/lifecycle.ts";
import { type Rule, tidied } from "./rule-list.ts";
import { useNames } from "./use-names.ts";
import { ruleWords } from "./words.ts";

/** One rule: its name, when it holds, to whom it sends, and why. */
export function RuleDialog({
  rule,
  isNew,
  onClose,
  onDone,
}: {
  rule: Rule;
  isNew: boolean;
  onClose: () => void;
  onDone: (rule: Rule) => void;
}) {
  const t = useWords(ruleWords);
  const k = useWords(kitWords);
  const m = useWords(matterWords);
  const { targets, categories, townships } = useNames();
  const [value, setValue] = useState(rule);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const when = (part: Partial<Rule["when"]>) => setValue((before) => ({ ...before, when: { ...before.when, ...part } }));
  const then = (part: Partial<Rule["then"]>) => setValue((before) => ({ ...before, then: { ...before.then, ...part } }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = [
      ...(value.name.trim() ? [] : [{ field: "rule-name", sentence: t.missing.name }]),
      ...(value.then.unit ? [] : [{ field: "rule-unit", sentence: t.missing.unit }]),
      ...(value.reason.trim() ? [] : [{ field: "rule-reason", sentence: t.missing.reason }]),
      ...(value.owner.trim() ? [] : [{ field: "rule-owner", sentence: t.missing.owner }]),
    ];
    setProblems(found);
    if (found.length === 0) onDone(tidied(value));
  };
  const find = { optionFilterProp: "label" } as const;
  const many = <V extends string>(name: "kinds" | "urgency" | "doors", values: readonly V[], label: (value: V) => string) => (
    <Field id={`rule-${name}`} label={t.fields[name]} optional>
      <Select
        mode="multiple"
        showSearch={find}
        value={[...(value.when[name] ?? [])] as V[]}
        onChange={(list: V[]) => when({ [name]: list })}
        options={values.map((one) => ({ value: one, label: label(one) }))}
      />
    </Field>
  );
  return (
    <Dialog
      open
      title={isNew ? t.dialogAdd : t.dialogEdit}
      onClose={onClose}
      width={760}
      foot={
        <>
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" type="submit" form="rule-form">
            {t.ok}
          </Button>
        </>
      }
    >
      <form id="rule-form" onSubmit={send} noValidate>
        <ErrorSummary problems={problems} />
        <Field id="rule-name" label={t.fields.name} hint={t.fields.nameHint} error={of("rule-name")}>
          <Input value={value.name} maxLength={80} onChange={(event) => setValue({ ...value, name: event.target.value })} />
        </Field>
        <h3>{t.when}</h3>
        <p className="field-hint">{t.whenHint}</p>
        <div className="work-two">
          {many("kinds", KINDS, (one) => m.kinds[one])}
          <Field id="rule-categories" label={t.fields.categories} optional>
            <Select
              mode="multiple"
              showSearch={find}
              value={[...(value.when.categories ?? [])]}
              onChange={(list: string[]) => when({ categories: list })}
              options={categories.map((one) => ({ value: one.code, label: one.name }))}
            />
          </Field>
          {many("urgency", URGENCIES, (one) => m.urgencies[one])}
          <Field id="rule-places" label={t.fields.places} hint={t.fields.placesHint} optional>
            <Select
              mode="multiple"
              showSearch={find}
              value={[...(value.when.places ?? [])]}
              onChange={(list: string[]) => when({ places: list })}
              options={townships.map((one) => ({ value: one.code, label: one.name }))}
            />
          </Field>
          <Field id="rule-words" label={t.fields.words} hint={t.fields.wordsHint} optional>
            <Select
              mode="tags"
              open={false}
              suffixIcon={null}
              value={[...(value.when.words ?? [])]}
              onChange={(list: string[]) => when({ words: list.map((one) => one.trim()).filter(Boolean) })}
            />
          </Field>
          {many("doors", DOORS, (one) => m.doors[one])}
        </div>
        <h3>{t.then}</h3>
        <div className="work-two">
          <Field id="rule-unit" label={t.fields.unit} error={of("rule-unit")}>
            <Select
              showSearch={find}
              value={value.then.unit || undefined}
              onChange={(unit: string) => then({ unit })}
              options={targets}
            />
          </Field>
          <Field id="rule-supports" label={t.fields.supports} optional>
            <Select
              mode="multiple"
              maxCount={6}
              showSearch={find}
              value={[...value.then.supports]}
              onChange={(supports: string[]) => then({ supports })}
              options={targets.filter((one) => one.value !== "catalogue")}
            />
          </Field>
          <Field id="rule-reason" label={t.fields.reason} hint={t.fields.reasonHint} error={of("rule-reason")}>
            <Input
              value={value.reason}
              maxLength={200}
              onChange={(event) => setValue({ ...value, reason: event.target.value })}
            />
          </Field>
          <Field id="rule-owner" label={t.fields.owner} error={of("rule-owner")}>
            <Input value={value.owner} maxLength={80} onChange={(event) => setValue({ ...value, owner: event.target.value })} />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
