import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Me } from "../../systems/teams/contract.ts";
import { ProveAgain, SignIn } from "../../systems/teams/screens.ts";
import { Dialog, useToast, useWords, type WhatIsAsked, whenSignedOut } from "../../ui/index.ts";
import { deskWords } from "./words.ts";

interface Asked {
  readonly what: WhatIsAsked;
  readonly done: () => void;
  readonly brokenOff: () => void;
}

/** The session ended while working, or an act wants a fresh proof: asked for over the page, then the work goes on. */
export function SignInAgain() {
  const t = useWords(deskWords);
  const client = useQueryClient();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const before = useRef<Me | undefined>(undefined);
  useEffect(() => {
    whenSignedOut(
      (what) =>
        new Promise<void>((done, reject) => {
          before.current = client.getQueryData<Me>(["me"]);
          setAsked({ what, done, brokenOff: () => reject(new Error("broken off")) });
        }),
    );
  }, [client]);
  const finish = (end: "done" | "brokenOff") => {
    asked?.[end]();
    setAsked(null);
  };
  const signedIn = (now: Me) => {
    client.setQueryData(["me"], now);
    if (before.current && before.current.id !== now.id) {
      toast({ words: t.notYou(now.name) });
      client.invalidateQueries();
    }
    finish("done");
  };
  if (asked?.what === "prove again") return <ProveAgain onDone={() => finish("done")} onCancel={() => finish("brokenOff")} />;
  return (
    <Dialog open={asked !== null} title={t.signInAgain} onClose={() => {}} width={420} mustAnswer>
      <p className="second text-meta" style={{ marginBottom: 12 }}>
        {t.signInAgainIntro}
      </p>
      {asked && <SignIn onDone={signedIn} name={before.current?.signInName ?? ""} />}
    </Dialog>
  );
}
