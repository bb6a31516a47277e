import type { Facts } from "../rules/access.ts";
import type { MatterRow } from "./row.ts";

/** A row as access looks at it. */
export const factsOf = (row: MatterRow, answeredBy: string | null): Facts => ({
  id: row.id,
  state: row.state,
  kind: row.kind,
  leadUnit: row.lead_unit,
  supportUnits: row.support_units,
  involvedUnits: row.involved_units,
  receivedBy: row.received_by,
  townshipId: row.township_id,
  villageId: row.village_id,
  complainedPost: row.complained_post,
  complainedUnit: row.complained_unit,
  complainedWords: row.complained_words,
  secrecy: row.secrecy,
  retaliation: row.retaliation,
  accusedUnits: row.accused_units,
  passedOver: row.passed_over,
  verifyNeeded: row.verify_needed,
  answeredBy,
});
