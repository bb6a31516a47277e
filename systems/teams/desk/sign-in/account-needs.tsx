import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { ask, Button, useWords } from "../../../../ui/index.ts";
import { type Me, signOutRoute } from "../../contract.ts";
import { teamDeskWords } from "../words.ts";
import { FirstPassword } from "./first-password.tsx";
import { signInWords } from "./sign-in-words.ts";
import "./sign-in.css";

const SetUpFactors = lazy(() => import("../account/set-up-factors.tsx"));

/** What has to be set before work begins: an own password; and, where the posts ask for it and it is not put off, a second factor. */
export function useAccountNeeds(me: Me | undefined): { needs: "password" | "second factor" | null; putOff: () => void } {
  const [later, setLater] = useState(false);
  const [settling, setSettling] = useState(false);
  const lacking = me !== undefined && me.rightsWaiting.length > 0;
  if (lacking && !settling) setSettling(true);
  const needs = me?.passwordGiven ? "password" : settling && !later ? "second factor" : null;
  return { needs, putOff: () => setLater(true) };
}

/** Stands where the work would stand until it is set, or put off. */
export function AccountNeeds({ me, needs, onLater }: { me: Me; needs: "password" | "second factor"; onLater: () => void }) {
  const t = useWords(signInWords);
  const { rights } = useWords(teamDeskWords);
  const client = useQueryClient();
  const named = me.rightsWaiting.map((right) => (rights as Record<string, string>)[right] ?? right).join("、");
  const leave = async () => {
    await ask(signOutRoute);
    client.clear();
    location.assign("/desk/");
  };
  if (needs === "password")
    return (
      <div className="sign-in-steps">
        <FirstPassword />
        <button type="button" className="link-button text-meta" onClick={leave}>
          {t.leave}
        </button>
      </div>
    );
  return (
    <div className="sign-in-steps">
      <h2 className="sign-in-step">{t.mustSet}</h2>
      {named && <p className="second text-meta">{t.mustSetIntro(named)}</p>}
      <Suspense>
        <SetUpFactors onDone={onLater} />
      </Suspense>
      <Button kind="quiet" onClick={onLater}>
        {t.later}
      </Button>
    </div>
  );
}
