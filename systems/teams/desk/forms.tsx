import { type FormEvent, type ReactNode, useState } from "react";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import { newId } from "../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  kitWords,
  Segments,
  Select,
  useWords,
} from "../../../ui/index.ts";
import { appointRoute, createPersonRoute, type Officer } from "../contract.ts";
import { useChange } from "./calls.ts";
import { teamDeskWords } from "./words.ts";

export const today = (): string => beijingDay(new Date());

/** A dialog with one form: what is wrong on top, cancel and save below. */
export function FormDialog({
  title,
  problems,
  busy,
  onClose,
  onSend,
  children,
}: {
  title: string;
  problems: readonly FieldProblem[];
  busy: boolean;
  onClose: () => void;
  onSend: () => void;
  children: ReactNode;
}) {
  const t = useWords(teamDeskWords);
  const k = useWords(kitWords);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      width={520}
      foot={
        <>
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" type="submit" form="teams-form" busy={busy}>
            {t.save}
          </Button>
        </>
      }
    >
      <form
        id="teams-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSend();
        }}
      >
        <ErrorSummary problems={problems} />
        {children}
      </form>
    </Dialog>
  );
}

export const personOptions = (people: readonly Officer[]) =>
  people.filter((one) => !one.disabled).map((one) => ({ value: one.id, label: `${one.name}（${one.signInName}）` }));

export function PersonForm({ onClose, onMade }: { onClose: () => void; onMade: (name: string, password: string) => void }) {
  const t = useWords(teamDeskWords);
  const [id] = useState(newId);
  const [value, setValue] = useState({ signInName: "", name: "" });
  const change = useChange(onClose);
  const send = () => {
    const found = [
      ...(value.name.trim() ? [] : [{ field: "person-name", sentence: t.missing.name }]),
      ...(value.signInName.trim().length >= 2 ? [] : [{ field: "person-sign-in", sentence: t.missing.signIn }]),
    ];
    change.setProblems(found);
    if (found.length > 0) return;
    change.run(async () => {
      const made = await ask(createPersonRoute, { body: { id, ...value } });
      onMade(value.name, made.password);
    });
  };
  return (
    <FormDialog title={t.personTitle} problems={change.problems} busy={change.busy} onClose={onClose} onSend={send}>
      <Field id="person-name" label={t.name} error={change.of("person-name")}>
        <Input
          value={value.name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setValue({ ...value, name: event.target.value })}
        />
      </Field>
      <Field id="person-sign-in" label={t.signInName} hint={t.signInNameHint} error={change.of("person-sign-in")}>
        <Input
          value={value.signInName}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setValue({ ...value, signInName: event.target.value })}
        />
      </Field>
    </FormDialog>
  );
}

/** The password once, to be told in person. */
export function PasswordDialog({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  const t = useWords(teamDeskWords);
  return (
    <Dialog
      open
      title={t.passwordTitle}
      onClose={onClose}
      mustAnswer
      width={440}
      foot={
        <Button kind="primary" onClick={onClose}>
          {t.passwordDone}
        </Button>
      }
    >
      <p className="second">{t.passwordText(name)}</p>
      <p className="told-password">{password}</p>
    </Dialog>
  );
}

export function AppointForm({
  post,
  postName,
  people,
  onClose,
}: {
  post: string;
  postName: string;
  people: readonly Officer[];
  onClose: () => void;
}) {
  const t = useWords(teamDeskWords);
  const [id] = useState(newId);
  const [value, setValue] = useState({ person: "", kind: "holds" as "holds" | "stands in", from: today(), to: "" });
  const change = useChange(onClose);
  const send = () => {
    const found = [
      ...(value.person ? [] : [{ field: "appoint-who", sentence: t.missing.who }]),
      ...(value.from ? [] : [{ field: "appoint-from", sentence: t.missing.day }]),
      ...(value.kind === "stands in" && !value.to ? [{ field: "appoint-to", sentence: t.missing.last }] : []),
    ];
    change.setProblems(found);
    if (found.length === 0) change.run(() => ask(appointRoute, { body: { id, post, ...value, to: value.to || undefined } }));
  };
  return (
    <FormDialog title={t.appointTitle(postName)} problems={change.problems} busy={change.busy} onClose={onClose} onSend={send}>
      <Field id="appoint-who" label={t.who} error={change.of("appoint-who")}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={value.person || undefined}
          options={personOptions(people)}
          onChange={(person: string) => setValue({ ...value, person })}
        />
      </Field>
      <div className="field">
        <span className="field-label">{t.how}</span>
        <span>
          <Segments
            label={t.how}
            value={value.kind}
            options={(["holds", "stands in"] as const).map((kind) => ({ value: kind, words: t.kinds[kind] }))}
            onChange={(kind) => setValue({ ...value, kind })}
          />
        </span>
      </div>
      <Field id="appoint-from" label={t.fromDay} error={change.of("appoint-from")}>
        <Input type="date" value={value.from} onChange={(event) => setValue({ ...value, from: event.target.value })} />
      </Field>
      <Field id="appoint-to" label={t.toDay} hint={t.toHint} optional={value.kind === "holds"} error={change.of("appoint-to")}>
        <Input type="date" value={value.to} onChange={(event) => setValue({ ...value, to: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
