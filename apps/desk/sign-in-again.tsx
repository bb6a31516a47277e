import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "../../foundation/http/client.ts";
import { type Me, meRoute } from "../../systems/teams/contract.ts";
import { Dialog, useToast, useWords, whenSignedOut } from "../../ui/index.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { deskWords } from "./words.ts";

/** The session ended while working: the password is asked for over the page, then the work goes on. */
export function SignInAgain() {
  const t = useWords(deskWords);
  const client = useQueryClient();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const resume = useRef<(() => void) | null>(null);
  useEffect(() => {
    whenSignedOut(
      () =>
        new Promise<void>((resolve) => {
          resume.current = resolve;
          setOpen(true);
        }),
    );
  }, []);
  const before = client.getQueryData<Me>(["me"]);
  const done = async () => {
    setOpen(false);
    resume.current?.();
    resume.current = null;
    const now = await call(meRoute);
    client.setQueryData(["me"], now);
    if (before && before.id !== now.id) {
      toast({ words: t.notYou(now.name) });
      client.invalidateQueries();
    }
  };
  return (
    <Dialog open={open} title={t.signInAgain} onClose={() => {}} width={420} mustAnswer>
      <p className="second text-meta" style={{ marginBottom: 12 }}>
        {t.signInAgainIntro}
      </p>
      <SignInForm onDone={done} name={before?.signInName ?? ""} />
    </Dialog>
  );
}
