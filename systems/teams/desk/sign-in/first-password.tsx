import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askRenewing, Field, Input, useWords } from "../../../../ui/index.ts";
import { changePasswordRoute } from "../../contract.ts";
import { StepForm, useStep } from "./form.tsx";
import { NewPasswordFields, useNewPassword } from "./new-password.tsx";
import { signInWords } from "./sign-in-words.ts";
import "./sign-in.css";

/** A new password in place of the present one. */
export function PasswordForm({ label, onDone }: { label: string; onDone: () => void }) {
  const t = useWords(signInWords);
  const client = useQueryClient();
  const step = useStep("password-now");
  const [current, setCurrent] = useState("");
  const password = useNewPassword();
  const send = step.send(
    [current === "" && { field: "password-now", sentence: t.passwordEmpty }, ...password.missing],
    async () => {
      await askRenewing(changePasswordRoute, { body: { current, next: password.next } });
      setCurrent("");
      password.setNext("");
      password.setAgain("");
      await client.invalidateQueries();
      onDone();
    },
  );
  return (
    <StepForm step={step} onSubmit={send} act={t.save}>
      <Field id="password-now" label={label} error={step.of("password-now")}>
        <Input.Password
          size="large"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <NewPasswordFields value={password} of={step.of} />
    </StepForm>
  );
}

/** The password was given by another hand: nothing else is done before an own one is chosen. */
export function FirstPassword() {
  const t = useWords(signInWords);
  return (
    <div className="sign-in-steps">
      <h2 className="sign-in-step">{t.firstPassword}</h2>
      <p className="second text-meta">{t.firstPasswordIntro}</p>
      <PasswordForm label={t.given} onDone={() => {}} />
    </div>
  );
}
