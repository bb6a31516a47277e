import { type ReactNode, useState } from "react";
import { Button, Field, Input, useHotkeys, useWords } from "../../../ui/index.ts";
import { callWords } from "./words.ts";

type What = "no-answer" | "busy" | "wrong-number" | "call-later" | "refused";
const KEYS = { n: "no-answer", b: "busy", w: "wrong-number", l: "call-later", x: "refused" } as const;

/** Nobody reached, or nothing said: one key each. */
export function Unreached({
  busy,
  onAttempt,
  skip,
}: {
  busy: boolean;
  onAttempt: (what: What, laterAt?: string) => void;
  skip: ReactNode;
}) {
  const t = useWords(callWords);
  const [asking, setAsking] = useState(false);
  const [at, setAt] = useState("");
  const press = (what: What) => (what === "call-later" ? setAsking(true) : onAttempt(what));
  useHotkeys(Object.entries(KEYS).map(([keys, what]) => ({ keys, words: t.tries[what], run: () => press(what), off: busy })));
  return (
    <section className="card" aria-label={t.unreached}>
      <header>
        <h2>{t.unreached}</h2>
      </header>
      <div className="card-body column">
        <div className="call-answers">
          {Object.entries(KEYS).map(([key, what]) => (
            <Button key={what} hotkey={key} busy={busy} onClick={() => press(what)}>
              {t.tries[what]}
            </Button>
          ))}
          {skip}
        </div>
        {asking && (
          <form
            className="row row-wrap"
            onSubmit={(event) => {
              event.preventDefault();
              // the county's clock is Shanghai's, whatever zone this computer keeps
              if (at) onAttempt("call-later", new Date(`${at}:00+08:00`).toISOString());
            }}
          >
            <Field id="call-later" label={t.laterAt}>
              <Input type="datetime-local" autoFocus value={at} onChange={(event) => setAt(event.target.value.slice(0, 16))} />
            </Field>
            <Button type="submit" kind="primary" busy={busy}>
              {t.laterSave}
            </Button>
          </form>
        )}
      </div>
    </section>
  );
}
