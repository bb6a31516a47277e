import { useState } from "react";
import { Field, Input, useWords } from "../../../../ui/index.ts";
import { StepForm, useStep } from "../sign-in/form.tsx";
import { makePasskey } from "../sign-in/passkey.ts";
import { accountWords } from "./account-words.ts";

/** A passkey: named, then made by the browser. */
export function PasskeyForm({ onSaved }: { onSaved: (spareCodes: readonly string[] | null) => void }) {
  const t = useWords(accountWords);
  const step = useStep("passkey-name");
  const [name, setName] = useState("");
  const send = step.send([name.trim() === "" && { field: "passkey-name", sentence: t.passkeyNameEmpty }], async () =>
    onSaved((await makePasskey(name.trim())).spareCodes),
  );
  return (
    <StepForm step={step} onSubmit={send} act={t.addPasskey}>
      <Field id="passkey-name" label={t.passkeyName} hint={t.passkeyNameHint} error={step.of("passkey-name")}>
        <Input size="large" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </StepForm>
  );
}
