import { type IconName, StateMark, type Tone, useWords } from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import type { MatterState as State } from "../../rules/lifecycle.ts";

const LOOK: Record<State, { icon: IconName; tone: Tone }> = {
  received: { icon: "dashed-ring", tone: "wait" },
  accepted: { icon: "plane", tone: "wait" },
  dispatched: { icon: "inbox", tone: "wait" },
  handling: { icon: "half-disc", tone: "doing" },
  objected: { icon: "undo", tone: "wait" },
  answered: { icon: "eye", tone: "doing" },
  shelved: { icon: "pause-ring", tone: "pause" },
  closed: { icon: "ticked-ring", tone: "done" },
  "not-accepted": { icon: "minus-ring", tone: "off" },
  withdrawn: { icon: "undo", tone: "off" },
  merged: { icon: "merge", tone: "off" },
};

/** The state of a matter in word, shape and colour */
export function MatterState({ state }: { state: State }) {
  const m = useWords(matterWords);
  const look = LOOK[state];
  return (
    <StateMark icon={look.icon} tone={look.tone}>
      {m.states[state]}
    </StateMark>
  );
}
