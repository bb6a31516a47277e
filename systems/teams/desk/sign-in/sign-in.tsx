import { useState } from "react";
import { call, Refused } from "../../../../foundation/http/client.ts";
import { useWords } from "../../../../ui/index.ts";
import { type Entered, type Me, meRoute, type SecondWay } from "../../contract.ts";
import { PasswordStep, useWaysIn } from "./password-step.tsx";
import { ResetStep } from "./reset-step.tsx";
import { SecondStep } from "./second-step.tsx";
import { signInWords } from "./sign-in-words.ts";
import "./sign-in.css";

type At =
  | { readonly step: "password" }
  | { readonly step: "reset" }
  | { readonly step: "second"; readonly ways: readonly SecondWay[] };

/**
 * Signing in from the first field to the last: by password and, where set up, a second factor; by passkey; by the county's own; by a
 * reset code. `name` is filled in where it is known. `onDone` gets who is signed in.
 */
export function SignIn({ onDone, name = "" }: { onDone: (me: Me) => void; name?: string }) {
  const t = useWords(signInWords);
  const ways = useWaysIn();
  const [chosen, setChosen] = useState<At | null>(null);
  const [lost, setLost] = useState(false);
  const waiting = ways.data?.waiting;
  const at: At = chosen ?? (waiting ? { step: "second", ways: waiting } : { step: "password" });
  const entered = async (answer: Entered) => {
    if (!answer.signedIn) return setChosen({ step: "second", ways: answer.ways });
    try {
      onDone(await call(meRoute));
    } catch (reason) {
      if (!(reason instanceof Refused) || reason.status !== 401) throw reason;
      setLost(true);
    }
  };
  const begin = () => setChosen({ step: "password" });
  return (
    <div className="sign-in-steps">
      {lost && (
        <p className="notice-bar" data-tone="over" role="alert">
          {t.cookieLost}
        </p>
      )}
      {at.step === "password" && <PasswordStep name={name} onEntered={entered} onReset={() => setChosen({ step: "reset" })} />}
      {at.step === "second" && <SecondStep ways={at.ways} onEntered={entered} onAgain={begin} />}
      {at.step === "reset" && <ResetStep name={name} onEntered={entered} onAgain={begin} />}
    </div>
  );
}
