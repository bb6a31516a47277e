import { useQuery } from "@tanstack/react-query";
import { ask, Failure, kitWords, useToast, useWords } from "../../../../ui/index.ts";
import { mySignInRoute } from "../../contract.ts";
import { PasswordForm } from "../sign-in/first-password.tsx";
import { accountWords } from "./account-words.ts";
import { FactorsCard } from "./factors-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import "./account.css";

/** 我的账号: password, second factors, and where one is signed in. */
export default function AccountPage() {
  const t = useWords(accountWords);
  const k = useWords(kitWords);
  const toast = useToast();
  const mine = useQuery({ queryKey: ["my-sign-in"], queryFn: () => ask(mySignInRoute), staleTime: 0 });
  return (
    <div className="account">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      {mine.error && <Failure reason={mine.error} onRetry={() => mine.refetch()} />}
      {!mine.data && !mine.error && <p role="status">{k.loading}</p>}
      {mine.data && (
        <>
          <FactorsCard mine={mine.data} />
          <SessionsCard sessions={mine.data.sessions} />
          <section className="card">
            <header>
              <h2>{t.password}</h2>
            </header>
            <div className="card-body">
              <div className="narrow-form">
                <PasswordForm label={t.passwordNow} onDone={() => toast({ words: t.passwordSaved })} />
              </div>
            </div>
          </section>
        </>
      )}
    </div>
  );
}
