import { useState } from "react";
import { call } from "../../../../foundation/http/client.ts";
import { Field, Input, useWords } from "../../../../ui/index.ts";
import { type Entered, resetCodeRoute } from "../../contract.ts";
import { StepForm, useStep } from "./form.tsx";
import { NewPasswordFields, useNewPassword } from "./new-password.tsx";
import { signInWords } from "./sign-in-words.ts";

/** A lost password: the code that another person printed or read out, and a new password. */
export function ResetStep({
  name: known,
  onEntered,
  onAgain,
}: {
  name: string;
  onEntered: (entered: Entered) => void;
  onAgain: () => void;
}) {
  const t = useWords(signInWords);
  const step = useStep("reset-code");
  const [name, setName] = useState(known);
  const [code, setCode] = useState("");
  const password = useNewPassword();
  const send = step.send(
    [
      name.trim() === "" && { field: "reset-name", sentence: t.nameEmpty },
      code.trim() === "" && { field: "reset-code", sentence: t.codeEmpty },
      ...password.missing,
    ],
    async () => onEntered(await call(resetCodeRoute, { body: { name, code, password: password.next } })),
  );
  return (
    <>
      <h2 className="sign-in-step">{t.resetTitle}</h2>
      <p className="second text-meta">{t.resetIntro}</p>
      <StepForm step={step} onSubmit={send} act={t.signIn}>
        <Field id="reset-name" label={t.name} error={step.of("reset-name")}>
          <Input
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field id="reset-code" label={t.resetCode} hint={t.resetCodeHint} error={step.of("reset-code")}>
          <Input
            size="large"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            maxLength={40}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
        <NewPasswordFields value={password} of={step.of} />
      </StepForm>
      <button type="button" className="link-button text-meta" onClick={onAgain}>
        {t.again}
      </button>
    </>
  );
}
