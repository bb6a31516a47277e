import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { askRenewing, Button, Dialog, useFailureWords, useToast, useWords } from "../../../../ui/index.ts";
import { drawSpareCodesRoute, type mySignInRoute, removeAuthenticatorRoute, removePasskeyRoute } from "../../contract.ts";
import { knowsPasskeys } from "../sign-in/passkey.ts";
import { accountWords } from "./account-words.ts";
import { AuthenticatorForm } from "./authenticator-form.tsx";
import { PasskeyForm } from "./passkey-form.tsx";
import { SpareCodes } from "./spare-codes.tsx";

/** Authenticator, passkeys and spare codes: set up, given up, drawn anew. */
export function FactorsCard({ mine }: { mine: AnswerOf<typeof mySignInRoute> }) {
  const t = useWords(accountWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [open, setOpen] = useState<"authenticator" | "passkey" | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState("");
  const run = async (work: () => Promise<unknown>, words: string) => {
    setProblem("");
    try {
      await work();
      if (words) toast({ words });
      await client.invalidateQueries();
    } catch (reason) {
      setProblem(failure(reason).sentence);
    }
  };
  const saved = (spareCodes: readonly string[] | null) => {
    setOpen(null);
    if (spareCodes) setCodes(spareCodes);
    run(async () => {}, t.factorSaved);
  };
  const any = mine.authenticator !== null || mine.passkeys.length > 0;
  return (
    <section className="card">
      <header>
        <h2>{t.factors}</h2>
      </header>
      <div className="card-body">
        <p className="second text-meta">{t.factorsIntro}</p>
        {problem && (
          <p className="notice-bar" data-tone="over" role="alert">
            {problem}
          </p>
        )}
        <div>
          <div className="account-line">
            <b>{t.authenticator}</b>
            <span className="meta">{mine.authenticator ? t.since(mine.authenticator.since) : t.none}</span>
            <span className="space" />
            {mine.authenticator ? (
              <Button
                size="small"
                aria-label={`${t.remove}：${t.authenticator}`}
                onClick={() => run(() => askRenewing(removeAuthenticatorRoute), t.removed)}
              >
                {t.remove}
              </Button>
            ) : (
              <Button size="small" aria-label={`${t.setUp}：${t.authenticator}`} onClick={() => setOpen("authenticator")}>
                {t.setUp}
              </Button>
            )}
          </div>
          {mine.passkeys.map((one) => (
            <div className="account-line" key={one.id}>
              <b>
                {t.passkeys} · {one.name}
              </b>
              <span className="meta">
                {t.since(one.since)} · {t.passkeyFor(one.host)}
              </span>
              <span className="space" />
              <Button
                size="small"
                aria-label={`${t.remove}：${one.name}`}
                onClick={() => run(() => askRenewing(removePasskeyRoute, { params: { id: one.id } }), t.removed)}
              >
                {t.remove}
              </Button>
            </div>
          ))}
          <div className="account-line">
            {mine.passkeysHere && knowsPasskeys() ? (
              <Button size="small" icon="plus" onClick={() => setOpen("passkey")}>
                {t.addPasskey}
              </Button>
            ) : (
              <span className="meta">{t.passkeysNotHere}</span>
            )}
          </div>
          {any && (
            <div className="account-line">
              <b>{t.spare}</b>
              <span className="meta">{t.spareLeft(mine.spareCodesLeft)}</span>
              <span className="space" />
              <Button
                size="small"
                onClick={() => run(async () => setCodes((await askRenewing(drawSpareCodesRoute, { body: {} })).spareCodes), "")}
              >
                {t.drawSpare}
              </Button>
            </div>
          )}
          {mine.outside && <div className="account-line">{t.outsideBound}</div>}
        </div>
      </div>
      <Dialog open={open === "authenticator"} title={t.authenticator} width={440} onClose={() => setOpen(null)}>
        {open === "authenticator" && <AuthenticatorForm onSaved={saved} />}
      </Dialog>
      <Dialog open={open === "passkey"} title={t.addPasskey} width={440} onClose={() => setOpen(null)}>
        {open === "passkey" && <PasskeyForm onSaved={saved} />}
      </Dialog>
      {codes && <SpareCodes codes={codes} onDone={() => setCodes(null)} />}
    </section>
  );
}
