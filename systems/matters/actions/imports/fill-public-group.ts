import type { Act } from "../../../ledger/index.ts";
import { makeLine } from "../../../ledger/index.ts";

const AT = new Date(1);
const SENTINELS = {
  command: "00000000-0000-7000-8000-000000000001",
  line: "00000000-0000-7000-8000-000000000002",
  matter: "00000000-0000-7000-8000-000000000003",
  deadline: "1970-01-01T00:00:00.002Z",
  at: AT.toISOString(),
  number: '"number":""',
} as const;
type Slot = keyof typeof SENTINELS;
const PATTERN = new RegExp(
  Object.values(SENTINELS)
    .map((text) => text.replaceAll(".", "\\."))
    .join("|"),
  "g",
);

/** The canonical public group of first lines that differ only in ids and instants. */
export type PublicGroupForm = (values: Readonly<Record<Slot, string>>) => string;

/**
 * Makes one real line, checked as every line is, and keeps its canonical text as a form with six kinds of blanks. Filling them gives
 * byte for byte what `makeLine` gives, since ids and instants are written without escapes and their keys never move.
 */
export function formOfPublicGroup(county: number, facts: (received: string, deadline: string) => Act["facts"]): PublicGroupForm {
  const { publicGroup } = makeLine({
    county,
    id: SENTINELS.line,
    procedure: { kind: "matter", id: SENTINELS.matter },
    matter: SENTINELS.matter,
    version: 1,
    act: "receive",
    at: AT,
    command: SENTINELS.command,
    facts: facts(SENTINELS.at, SENTINELS.deadline),
    persons: { actor: { role: "import" }, persons: [] },
  });
  const slotOf = new Map(Object.entries(SENTINELS).map(([slot, text]) => [text, slot as Slot]));
  const slots = [...publicGroup.matchAll(PATTERN)].map(([text]) => slotOf.get(text as never)!);
  const texts = publicGroup.split(PATTERN);
  return (values) => {
    let filled = texts[0]!;
    for (let index = 0; index < slots.length; index++) filled += values[slots[index]!] + texts[index + 1]!;
    return filled;
  };
}
