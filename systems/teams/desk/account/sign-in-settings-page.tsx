import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import {
  ask,
  Button,
  Checkbox,
  ErrorSummary,
  Failure,
  Field,
  Input,
  InputNumber,
  kitWords,
  useFailureWords,
  useToast,
  useWords,
} from "../../../../ui/index.ts";
import { changeSignInSettingsRoute, signInSettingsRoute } from "../../contract.ts";
import { settingsWords } from "./settings-words.ts";
import "./account.css";

type Kept = AnswerOf<typeof signInSettingsRoute>;

/** 登录设置: how long a sign-in may lie unused, and the county's own sign-in. */
export default function SignInSettingsPage() {
  const t = useWords(settingsWords);
  const k = useWords(kitWords);
  const kept = useQuery({ queryKey: ["sign-in-settings"], queryFn: () => ask(signInSettingsRoute), staleTime: 0 });
  return (
    <div className="account">
      <h1>{t.title}</h1>
      {kept.error && <Failure reason={kept.error} onRetry={() => kept.refetch()} />}
      {!kept.data && !kept.error && <p role="status">{k.loading}</p>}
      {kept.data && <SettingsForm key={kept.data.version} kept={kept.data} />}
    </div>
  );
}

function SettingsForm({ kept }: { kept: Kept }) {
  const t = useWords(settingsWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [value, setValue] = useState(kept);
  const [secret, setSecret] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem("");
    try {
      const { version, secretSet, returnAddress, ...body } = value;
      await ask(changeSignInSettingsRoute, { body: { ...body, baseVersion: version, ...(secret && { secret }) } });
      toast({ words: t.saved });
      await client.invalidateQueries({ queryKey: ["sign-in-settings"] });
    } catch (reason) {
      setProblem(failure(reason).sentence);
    } finally {
      setBusy(false);
    }
  };
  const words = (field: "outsideName" | "outsideEnglishName" | "issuer" | "client", hint = "") => (
    <Field id={`settings-${field}`} label={t[field]} hint={hint} optional={!value.outsideOn}>
      <Input
        value={value[field]}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setValue({ ...value, [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <form className="card" noValidate onSubmit={send}>
      <div className="card-body">
        <ErrorSummary problems={problem ? [{ field: "settings-issuer", sentence: problem }] : []} />
        <div className="narrow-form">
          <Field id="settings-idle" label={t.idle} hint={t.idleHint}>
            <InputNumber
              min={5}
              max={30}
              value={value.idleMinutes}
              onChange={(idle) => setValue({ ...value, idleMinutes: idle ?? 15 })}
            />
          </Field>
          <h2>{t.outside}</h2>
          <p className="second text-meta">{t.outsideIntro}</p>
          <p>
            <Checkbox checked={value.outsideOn} onChange={(event) => setValue({ ...value, outsideOn: event.target.checked })}>
              {t.outsideOn}
            </Checkbox>
          </p>
          <p className="second text-meta">
            {t.returnAddress} <span className="authenticator-secret">{kept.returnAddress}</span>
          </p>
          {words("outsideName")}
          {words("outsideEnglishName")}
          {words("issuer", t.issuerHint)}
          {words("client")}
          <Field id="settings-secret" label={t.secret} hint={kept.secretSet ? t.secretKept : ""} optional>
            <Input.Password size="large" value={secret} autoComplete="off" onChange={(event) => setSecret(event.target.value)} />
          </Field>
          <Button kind="primary" type="submit" busy={busy}>
            {t.save}
          </Button>
        </div>
      </div>
    </form>
  );
}
