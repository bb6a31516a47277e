import { type FormEvent, useState } from "react";
import { call } from "../../foundation/http/client.ts";
import { signInRoute } from "../../systems/teams/contract.ts";
import { Button, ErrorSummary, Field, type FieldProblem, Input, useFailureWords, useWords } from "../../ui/index.ts";
import { deskWords } from "./words.ts";

/** Name and password; a refusal is said on top and keeps what was typed. */
export function SignInForm({ onDone, name: known = "" }: { onDone: () => void; name?: string }) {
  const t = useWords(deskWords);
  const failure = useFailureWords();
  const [name, setName] = useState(known);
  const [password, setPassword] = useState("");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(name.trim() ? [] : [{ field: "sign-in-name", sentence: t.signInNameEmpty }]),
      ...(password ? [] : [{ field: "sign-in-password", sentence: t.passwordEmpty }]),
    ];
    setProblems(missing);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      await call(signInRoute, { body: { name, password } });
      onDone();
    } catch (reason) {
      setProblems([{ field: "sign-in-password", sentence: failure(reason).sentence }]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary problems={problems} />
      <Field id="sign-in-name" label={t.signInName} error={of("sign-in-name")}>
        <Input
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field id="sign-in-password" label={t.password} error={of("sign-in-password")}>
        <Input.Password
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button kind="primary" type="submit" busy={busy} style={{ width: "100%", minHeight: 40 }}>
        {t.signIn}
      </Button>
    </form>
  );
}
