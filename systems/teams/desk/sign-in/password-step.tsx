import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../../foundation/http/client.ts";
import { Button, Field, Input, useLanguage, useWords } from "../../../../ui/index.ts";
import { type Entered, signInRoute, waysInRoute } from "../../contract.ts";
import { StepForm, useStep } from "./form.tsx";
import { knowsPasskeys, signInByPasskey } from "./passkey.ts";
import { signInWords } from "./sign-in-words.ts";

/** In which ways one can sign in at this server, and whether a sign-in is on its way in this browser. */
export const useWaysIn = () => useQuery({ queryKey: ["ways-in"], queryFn: () => call(waysInRoute), staleTime: 0 });

/** Name and password; beside them a passkey, the county's own sign-in where it is on, and the way for a reset code. */
export function PasswordStep({
  name: known,
  onEntered,
  onReset,
}: {
  name: string;
  onEntered: (entered: Entered) => void;
  onReset: () => void;
}) {
  const t = useWords(signInWords);
  const language = useLanguage();
  const step = useStep("sign-in-password");
  const ways = useWaysIn();
  const [name, setName] = useState(known);
  const [password, setPassword] = useState("");
  const send = step.send(
    [
      name.trim() === "" && { field: "sign-in-name", sentence: t.nameEmpty },
      password === "" && { field: "sign-in-password", sentence: t.passwordEmpty },
    ],
    async () => onEntered(await call(signInRoute, { body: { name, password } })),
  );
  const outside = ways.data?.outside;
  return (
    <>
      {ways.data?.unbound && (
        <p className="notice-bar" data-tone="near" role="alert">
          {t.unbound(ways.data.unbound)}
        </p>
      )}
      <StepForm step={step} onSubmit={send} act={t.signIn}>
        <Field id="sign-in-name" label={t.name} error={step.of("sign-in-name")}>
          <Input
            size="large"
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field id="sign-in-password" label={t.password} error={step.of("sign-in-password")}>
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
          onClick={() => step.run(async () => onEntered(await signInByPasskey()))}
        >
          {t.passkey}
        </Button>
      )}
      {outside && (
        <a className="button sign-in-act" data-kind="plain" href="/api/session/outside">
          {t.outside((language === "en" && outside.englishName) || outside.name)}
        </a>
      )}
      <button type="button" className="link-button text-meta" onClick={onReset}>
        {t.haveReset}
      </button>
    </>
  );
}
