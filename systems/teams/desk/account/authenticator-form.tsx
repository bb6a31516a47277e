import { useQuery } from "@tanstack/react-query";
import { toString as drawCode } from "qrcode";
import { useState } from "react";
import { ask, askRenewing, Field, Input, kitWords, useWords } from "../../../../ui/index.ts";
import { beginAuthenticatorRoute, confirmAuthenticatorRoute } from "../../contract.ts";
import { StepForm, useStep } from "../sign-in/form.tsx";
import { accountWords } from "./account-words.ts";
import "./account.css";

const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");

/** An authenticator: its secret as a code to scan and as text, then a first code of it. */
export function AuthenticatorForm({ onSaved }: { onSaved: (spareCodes: readonly string[] | null) => void }) {
  const t = useWords(accountWords);
  const k = useWords(kitWords);
  const step = useStep("authenticator-code");
  const [code, setCode] = useState("");
  const begun = useQuery({
    queryKey: ["new-authenticator"],
    queryFn: async () => {
      const { secret, address } = await ask(beginAuthenticatorRoute, { body: {} });
      return { secret, picture: await drawCode(address, { type: "svg", errorCorrectionLevel: "M", margin: 0 }) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (begun.error) return <p role="alert">{begun.error.message}</p>;
  if (!begun.data) return <p role="status">{k.loading}</p>;
  const send = step.send([code.trim() === "" && { field: "authenticator-code", sentence: t.codeEmpty }], async () =>
    onSaved((await askRenewing(confirmAuthenticatorRoute, { body: { code } })).spareCodes),
  );
  return (
    <StepForm step={step} onSubmit={send} act={t.confirm}>
      <p>{t.scan}</p>
      <img
        className="authenticator-code"
        alt={t.scan}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(begun.data.picture)}`}
      />
      <p className="second text-meta">{t.scanHint}</p>
      <p>
        {t.secret} <span className="authenticator-secret">{inFours(begun.data.secret)}</span>
      </p>
      <Field id="authenticator-code" label={t.code} error={step.of("authenticator-code")}>
        <Input
          size="large"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
    </StepForm>
  );
}
