import { useState } from "react";
import { call } from "../../../../foundation/http/client.ts";
import { Button, Dialog, Field, Input, useWords } from "../../../../ui/index.ts";
import { proveAgainRoute } from "../../contract.ts";
import { StepForm, useStep } from "./form.tsx";
import { knowsPasskeys, proveByPasskey } from "./passkey.ts";
import { useWaysIn } from "./password-step.tsx";
import { signInWords } from "./sign-in-words.ts";
import "./sign-in.css";

/** Before an act that matters: password or passkey, over the page. */
export function ProveAgain({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useWords(signInWords);
  return (
    <Dialog open title={t.proveTitle} onClose={onCancel} width={420}>
      <p className="second text-meta" style={{ marginBottom: 12 }}>
        {t.proveIntro}
      </p>
      <ProofForm onDone={onDone} onCancel={onCancel} />
    </Dialog>
  );
}

function ProofForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useWords(signInWords);
  const ways = useWaysIn();
  const step = useStep("proof-password");
  const [password, setPassword] = useState("");
  const send = step.send([password === "" && { field: "proof-password", sentence: t.passwordEmpty }], async () => {
    await call(proveAgainRoute, { body: { password } });
    onDone();
  });
  return (
    <div className="sign-in-steps">
      <StepForm step={step} onSubmit={send} act={t.confirm}>
        <Field id="proof-password" label={t.password} error={step.of("proof-password")}>
          <Input.Password
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      </StepForm>
      {ways.data?.passkeys && knowsPasskeys() && (
        <Button
          icon="lock"
          className="sign-in-act"
          busy={step.busy}
          onClick={() =>
            step.run(async () => {
              await proveByPasskey();
              onDone();
            })
          }
        >
          {t.passkeyHere}
        </Button>
      )}
      <button type="button" className="link-button text-meta" onClick={onCancel}>
        {t.cancel}
      </button>
    </div>
  );
}
