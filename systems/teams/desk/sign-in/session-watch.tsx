import { useEffect, useRef, useState } from "react";
import { lastActAtThePage } from "../../../../foundation/http/client.ts";
import { ask, Button, Dialog, useWords } from "../../../../ui/index.ts";
import { sessionLeftRoute, stayRoute } from "../../contract.ts";
import { signInWords } from "./sign-in-words.ts";

const WARNED_SECONDS = 60;
const STAY_EVERY_MILLISECONDS = 60_000;

interface Left {
  readonly unused: number;
  readonly atMost: number;
}

/**
 * Tells the server that somebody is at work when somebody is, a minute apart at most; warns a minute before the sign-in ends; and when it
 * has ended, has it asked for in place. What the page asks by itself never counts as work.
 */
export function SessionWatch() {
  const t = useWords(signInWords);
  const [left, setLeft] = useState<Left | null>(null);
  const ends = useRef<{ unused: number; atMost: number } | null>(null);
  const told = useRef(Date.now());
  const busy = useRef(false);
  const learn = async (route: typeof sessionLeftRoute | typeof stayRoute): Promise<void> => {
    busy.current = true;
    try {
      const answer = await (route === stayRoute ? ask(stayRoute, { body: {} }) : ask(sessionLeftRoute));
      const now = Date.now();
      if (route === stayRoute) told.current = now;
      ends.current = { unused: now + answer.unused * 1000, atMost: now + answer.atMost * 1000 };
    } catch {
      // the server is away, or the reader broke the sign-in off: the next call of theirs says so
    } finally {
      busy.current = false;
    }
  };
  const door = useRef(learn);
  door.current = learn;
  useEffect(() => {
    door.current(sessionLeftRoute);
    const timer = setInterval(async () => {
      if (busy.current) return;
      const now = Date.now();
      const acted = lastActAtThePage() > told.current;
      if (!ends.current || (acted && now - told.current > STAY_EVERY_MILLISECONDS))
        return door.current(ends.current ? stayRoute : sessionLeftRoute);
      const near = () => Math.round((Math.min(ends.current!.unused, ends.current!.atMost) - Date.now()) / 1000);
      if (near() > WARNED_SECONDS + 1) return setLeft(null);
      if (acted && ends.current.atMost - now > WARNED_SECONDS * 1000) await door.current(stayRoute);
      else if (near() % 10 === 0 || near() <= 0 || near() >= WARNED_SECONDS) await door.current(sessionLeftRoute);
      setLeft(
        near() > WARNED_SECONDS || near() <= 0
          ? null
          : { unused: near(), atMost: Math.round((ends.current.atMost - Date.now()) / 1000) },
      );
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  if (!left) return null;
  const whole = left.atMost <= WARNED_SECONDS;
  return (
    <Dialog
      open
      title={t.soonTitle}
      width={420}
      onClose={() => learn(stayRoute).then(() => setLeft(null))}
      foot={
        <Button kind="primary" onClick={() => learn(stayRoute).then(() => setLeft(null))}>
          {t.stay}
        </Button>
      }
    >
      <p role="alert">{whole ? t.wholeText(left.unused) : t.soonText(left.unused)}</p>
    </Dialog>
  );
}
