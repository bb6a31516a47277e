import { useState } from "react";
import { call } from "../../../../foundation/http/client.ts";
import { Button, Field, Input, useWords } from "../../../../ui/index.ts";
import { type Entered, type SecondWay, secondFactorRoute } from "../../contract.ts";
import { StepForm, useStep } from "./form.tsx";
import { knowsPasskeys, signInByPasskey } from "./passkey.ts";
import { signInWords } from "./sign-in-words.ts";

/** The second factor: a code, or a passkey. After a reset, the reset's code. */
export function SecondStep({
  ways,
  onEntered,
  onAgain,
}: {
  ways: readonly SecondWay[];
  onEntered: (entered: Entered) => void;
  onAgain: () => void;
}) {
  const t = useWords(signInWords);
  const step = useStep("sign-in-code");
  const [code, setCode] = useState("");
  const reset = ways.includes("reset code");
  const byCode = reset || ways.includes("authenticator") || ways.includes("spare code");
  const send = step.send([code.trim() === "" && { field: "sign-in-code", sentence: t.codeEmpty }], async () =>
    onEntered(await call(secondFactorRoute, { body: { code } })),
  );
  return (
    <>
      <h2 className="sign-in-step">{t.second}</h2>
      {byCode && (
        <StepForm step={step} onSubmit={send} act={t.confirm}>
          <Field
            id="sign-in-code"
            label={reset ? t.resetCode : t.secondCode}
            hint={reset ? t.resetCodeHint : t.secondCodeHint}
            error={step.of("sign-in-code")}
          >
            <Input
              size="large"
              autoFocus
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              value={code}
              maxLength={40}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        </StepForm>
      )}
      {ways.includes("passkey") && knowsPasskeys() && (
        <Button
          icon="lock"
          className="sign-in-act"
          busy={step.busy}
          onClick={() => step.run(async () => onEntered(await signInByPasskey()))}
        >
          {t.passkeyHere}
        </Button>
      )}
      {!byCode && step.problems[0] && (
        <p className="field-error" role="alert">
          {step.problems[0].sentence}
        </p>
      )}
      <button type="button" className="link-button text-meta" onClick={onAgain}>
        {t.again}
      </button>
    </>
  );
}
