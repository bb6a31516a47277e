import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

/** One proposal of the machine: what, why, and one key each way. Nothing is confirmed by silence. `current` is the one that y and n answer. */
export function Proposal(props: {
  label: string;
  children: ReactNode;
  why: ReactNode;
  current: boolean;
  yes: { words?: string; run: () => void; shut?: string } | null;
  no: { words?: string; run: () => void } | null;
  busy?: boolean;
}) {
  const t = useWords(kit);
  return (
    <div className="proposal" data-current={props.current ? "yes" : "no"}>
      <span className="meta">{props.label}</span>
      <div>
        <div>{props.children}</div>
        <div className="proposal-why">{props.why}</div>
      </div>
      <span className="row">
        {props.yes && (
          <Button
            size="small"
            kind={props.current ? "primary" : "plain"}
            hotkey={props.current ? "y" : undefined}
            onClick={props.yes.run}
            shut={props.yes.shut}
            busy={props.busy}
          >
            {props.yes.words ?? t.confirm}
          </Button>
        )}
        {props.no && (
          <Button size="small" hotkey={props.current ? "n" : undefined} onClick={props.no.run}>
            {props.no.words ?? t.refuse}
          </Button>
        )}
      </span>
    </div>
  );
}
