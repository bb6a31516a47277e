import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Segments, useToast, useWords } from "../../../../ui/index.ts";
import { knowsPasskeys } from "../sign-in/passkey.ts";
import { useWaysIn } from "../sign-in/password-step.tsx";
import { accountWords } from "./account-words.ts";
import { AuthenticatorForm } from "./authenticator-form.tsx";
import { PasskeyForm } from "./passkey-form.tsx";
import { SpareCodes } from "./spare-codes.tsx";

/** The first second factor: an authenticator or a passkey, then the spare codes. */
export default function SetUpFactors({ onDone }: { onDone: () => void }) {
  const t = useWords(accountWords);
  const client = useQueryClient();
  const toast = useToast();
  const ways = useWaysIn();
  const [way, setWay] = useState<"authenticator" | "passkey">("authenticator");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const done = async () => {
    toast({ words: t.factorSaved });
    await client.invalidateQueries();
    onDone();
  };
  const saved = (spareCodes: readonly string[] | null) => (spareCodes ? setCodes(spareCodes) : done());
  return (
    <>
      {ways.data?.passkeys && knowsPasskeys() && (
        <Segments
          label={t.factors}
          value={way}
          options={[
            { value: "authenticator", words: t.authenticator },
            { value: "passkey", words: t.passkeys },
          ]}
          onChange={setWay}
        />
      )}
      {way === "authenticator" ? <AuthenticatorForm onSaved={saved} /> : <PasskeyForm onSaved={saved} />}
      {codes && <SpareCodes codes={codes} onDone={done} />}
    </>
  );
}
