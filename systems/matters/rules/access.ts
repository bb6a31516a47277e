import { actsFrom } from "../../../foundation/lifecycle.ts";
import { isSealed, isUnpinned } from "./class-of-a-matter.ts";
import { type Kind, type MatterAct, type MatterState, matterLifecycle } from "./lifecycle.ts";

/** The reader, as far as access asks: the server's Actor fits, and so does what /api/me tells the browser. */
export interface Reader {
  readonly role: "app" | "portal" | "jobs" | "verify";
  readonly person?: string;
  readonly post?: string;
  /** Every post the person has today; where absent, the one acted with. */
  readonly allPosts?: readonly string[];
  readonly units: readonly string[];
  /** Those units and all above them; where absent, the units alone. */
  readonly chain?: readonly string[];
  /** Every post held today or ever before. */
  readonly served?: readonly string[];
  readonly places: readonly string[];
  readonly scope: "county" | "places" | "units" | "none";
  readonly rights: readonly string[];
  readonly matters?: readonly string[];
}

/** What access must know of a matter. */
export interface Facts {
  readonly id: string;
  readonly state: MatterState;
  readonly kind: Kind | null;
  readonly leadUnit: string | null;
  readonly supportUnits: readonly string[];
  /** Every unit that holds or has held a part; where absent, those that hold one now. */
  readonly involvedUnits?: readonly string[];
  readonly receivedBy: string;
  readonly townshipId: string | null;
  readonly villageId: string | null;
  readonly complainedPost: string | null;
  readonly complainedUnit: string | null;
  readonly complainedWords?: string | null;
  readonly secrecy: boolean;
  /** 打击报复: kept from the units accused and from those that had the earlier matter in hand. */
  readonly retaliation?: boolean;
  readonly accusedUnits?: readonly string[] | null;
  readonly passedOver?: readonly string[] | null;
  /** Officers who stand aside from it (回避). */
  readonly standAside?: readonly string[];
  readonly verifyNeeded: boolean;
  /** Person who gave the answer, where the reader's question is who may verify it. */
  readonly answeredBy: string | null;
}

const has = (reader: Reader, right: string) => reader.role === "app" && reader.rights.includes(right);
const inMyArea = (reader: Reader, facts: Facts) =>
  reader.scope === "county" ||
  reader.units.includes(facts.receivedBy) ||
  (facts.townshipId !== null && reader.places.includes(facts.townshipId)) ||
  (facts.villageId !== null && reader.places.includes(facts.villageId));
const holdsTheLead = (reader: Reader, facts: Facts) => facts.leadUnit !== null && reader.units.includes(facts.leadUnit);
const supports = (reader: Reader, facts: Facts) => facts.supportUnits.some((unit) => reader.units.includes(unit));

/** One sentence a line: who it is, and when that is true. `who` in the lifecycle names these. */
export const SENTENCES = {
  "intake clerk": (reader) => has(reader, "matters.receive"),
  "triage clerk": (reader, facts) => has(reader, "matters.triage") && inMyArea(reader, facts),
  "dispatch clerk": (reader, facts) => has(reader, "matters.dispatch") && inMyArea(reader, facts),
  "officer of the lead unit": (reader, facts) => has(reader, "matters.handle") && holdsTheLead(reader, facts),
  "officer of a township's lead unit": (reader, facts) =>
    has(reader, "matters.handle") && holdsTheLead(reader, facts) && reader.scope === "places",
  "officer of a unit called": (reader, facts) => has(reader, "matters.handle") && supports(reader, facts),
  /** The level above the unit that objects; over the county's own centre nobody stands, so its dispatch post rules. */
  "whoever rules on an objection": (reader, facts) =>
    has(reader, "matters.dispatch") && inMyArea(reader, facts) && (!holdsTheLead(reader, facts) || reader.scope === "county"),
  "approver of time": (reader, facts) => has(reader, "matters.supervise") && inMyArea(reader, facts),
  "officer of a supporting unit": (reader, facts) => has(reader, "matters.handle") && supports(reader, facts),
  "officer of a unit on it": (reader, facts) =>
    has(reader, "matters.handle") && (holdsTheLead(reader, facts) || supports(reader, facts)),
  verifier: (reader, facts) =>
    (has(reader, "matters.verify") &&
      (inMyArea(reader, facts) || holdsTheLead(reader, facts)) &&
      (!facts.verifyNeeded || reader.person !== facts.answeredBy)) ||
    (!facts.verifyNeeded && has(reader, "matters.handle") && holdsTheLead(reader, facts)),
  supervisor: (reader, facts) => has(reader, "matters.supervise") && inMyArea(reader, facts),
  /** 回访: for their area, and never an officer of a unit that handled the matter. */
  "return caller": (reader, facts) =>
    has(reader, "surveys.call") &&
    facts.state === "closed" &&
    !(facts.leadUnit ? [facts.leadUnit, ...facts.supportUnits] : [facts.receivedBy]).some((unit) =>
      reader.units.includes(unit),
    ) &&
    (reader.scope === "county" ||
      [facts.townshipId, facts.villageId].some((place) => place !== null && reader.places.includes(place))),
  resident: (reader, facts) => reader.role === "portal" && (reader.matters ?? []).includes(facts.id),
  import: (reader) => reader.role === "jobs",
  "the merge itself": (reader) => reader.role === "jobs",
  "calendar job": (reader) => reader.role === "jobs",
} as const satisfies Record<string, (reader: Reader, facts: Facts) => boolean>;

/**
 * Whoever must not learn of the matter: the officer complained of, under whichever post; who declared an interest or was ruled to stand
 * aside; of a sealed matter everyone who works in or under the unit complained of, and, while only words say whom it complains of,
 * whoever neither works for the whole county nor was handed it by those who do. The same sentence as matters.closed_to in SQL.
 */
export function recused(reader: Reader, facts: Facts): boolean {
  if (reader.role !== "app") return false;
  const posts = [reader.post, ...(reader.allPosts ?? []), ...(reader.served ?? [])];
  if (facts.complainedPost !== null && posts.includes(facts.complainedPost)) return true;
  if (reader.person !== undefined && facts.standAside?.includes(reader.person)) return true;
  const accused = [...(facts.accusedUnits ?? []), ...(isSealed(facts) && facts.complainedUnit ? [facts.complainedUnit] : [])];
  return (
    accused.some((unit) => (reader.chain ?? reader.units).includes(unit)) ||
    (facts.passedOver ?? []).some((unit) => reader.units.includes(unit)) ||
    (isUnpinned(facts) &&
      (facts.accusedUnits ?? null) === null &&
      reader.scope !== "county" &&
      !holdsTheLead(reader, facts) &&
      !supports(reader, facts))
  );
}

/** May this reader see the matter at all? The same sentence as the row policy of matters.matters. */
export function mayRead(reader: Reader, facts: Facts): boolean {
  if (reader.role === "portal") return SENTENCES.resident(reader, facts);
  if (reader.role !== "app") return true;
  const involved = facts.involvedUnits ?? [...(facts.leadUnit ? [facts.leadUnit] : []), ...facts.supportUnits];
  return (inMyArea(reader, facts) || involved.some((unit) => reader.units.includes(unit))) && !recused(reader, facts);
}

/** May this reader do this act on this matter, state apart? */
export function mayDo(reader: Reader, facts: Facts, act: MatterAct): boolean {
  if (recused(reader, facts)) return false;
  const who: readonly string[] = matterLifecycle.acts[act].who;
  return who.some((sentence) => SENTENCES[sentence as keyof typeof SENTENCES]?.(reader, facts) ?? false);
}

/** What the reader may do next: the acts of this state that are open to them, in the table's order. */
export const nextActs = (reader: Reader, facts: Facts): MatterAct[] =>
  (actsFrom(matterLifecycle, facts.state) as MatterAct[]).filter((act) => mayDo(reader, facts, act));

/** Who may open a reporter's identity while the matter is open: its units' officers, who must reach the resident, and whoever verifies the answer. */
export function mayCallTheResident(reader: Reader, facts: Facts): boolean {
  if (recused(reader, facts)) return false;
  const onIt = [facts.leadUnit, facts.receivedBy, ...facts.supportUnits].some(
    (unit) => unit !== null && reader.units.includes(unit),
  );
  const works = ["matters.handle", "matters.receive", "matters.triage"].some((right) => has(reader, right));
  return (onIt && works) || (facts.state === "answered" && SENTENCES.verifier(reader, facts));
}
