/**
 * Who sees what, written by hand from the law (信访工作条例 第二十八条、第三十条、第四十六条) and the promise to a reporter. Nothing of the
 * product is imported here: the product's own sentences are compared with these.
 */

/** What an officer has to do with a matter; each but the first two would otherwise see it. */
export const RELATIONS = [
  "works elsewhere",
  "serves another township",
  "received it",
  "leads it",
  "supports it",
  "works at the county centre",
  "serves the township where it happened",
  "works in the unit complained of",
  "works under the unit complained of",
  "is the officer complained of",
  "works beside the officer complained of",
  "held the post complained of earlier",
  "stands in on the post complained of",
  "declared an interest in it",
  "works in the body that receives what the centre must not",
  "works in another county",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** "+" sees it, "." gets the answer of a matter that does not exist; in the order of RELATIONS. */
export const SEES = {
  //                                    elsewhere
  //                                    | another township
  //                                    | | received it
  //                                    | | | leads, supports
  //                                    | | | | | county centre
  //                                    | | | | | | its township
  //                                    | | | | | | | accused unit, under it
  //                                    | | | | | | | | | officer, beside them
  //                                    | | | | | | | | | | | earlier holder, stand-in
  //                                    | | | | | | | | | | | | | interest
  //                                    | | | | | | | | | | | | | | receiving body
  //                                    | | | | | | | | | | | | | | | another county
  "complains of nobody": /*          */ ". . + + + + + + + + + + + . . .",
  "an open claim about a unit": /*   */ ". . + + + + + + + + + + + . . .",
  "a suggestion about a unit": /*    */ ". . + + + + + + + + + + + . . .",
  "an open claim about an officer": /**/ ". . + + + + + + + . + . . . . .",
  "a report about a unit": /*        */ ". . + + + + + . . + + + + . . .",
  "secrecy asked about a unit": /*   */ ". . + + + + + . . + + + + . . .",
  "about a unit, not classed yet": /**/ ". . + + + + + . . + + + + . . .",
  "a report about an officer": /*    */ ". . + + + + + + + . . . . . . .",
  "a report in words alone": /*      */ ". . . + + + . . . . . + + . . .",
  "retaliation by a unit": /*        */ ". . . . + + + . . + + + + . + .",
  "a report about the county centre": " . . . . . . . . . . . . . . + .",
} as const;
export type MatterKind = keyof typeof SEES;

export const sees = (kind: MatterKind, relation: Relation): boolean =>
  SEES[kind].trim().split(" ")[RELATIONS.indexOf(relation)] === "+";

/** Roles, by the rights of their posts. */
export const ROLES = {
  "intake clerk": ["matters.read", "matters.receive"],
  "triage clerk": ["matters.read", "matters.receive", "matters.triage"],
  "dispatch clerk": ["matters.read", "matters.receive", "matters.triage", "matters.dispatch", "matters.import"],
  handler: ["matters.read", "matters.handle"],
  verifier: ["matters.read", "matters.verify"],
  supervisor: ["matters.read", "matters.supervise"],
  "return caller": ["matters.read", "surveys.call"],
  "second person": ["matters.read", "identities.approve"],
  leader: ["matters.read", "matters.export", "insight.read", "rules.approve"],
  "rules officer": ["matters.read", "rules.edit", "knowledge.edit", "clocks.calendar", "law.keep"],
  inspector: ["matters.read"],
  "system administrator": ["teams.manage", "territory.manage"],
  "security administrator": ["teams.secure"],
  "audit administrator": ["teams.audit"],
  anonymous: null,
} as const satisfies Record<string, readonly string[] | null>;
export type RoleName = keyof typeof ROLES;

/** Each probe of one matter over HTTP, and the right that its route asks for. */
export const PROBES = {
  "its page": "matters.read",
  "by its number": "matters.read",
  "an act on it": "matters.read",
  "several acts at once": "matters.read",
  "the posts that may be given it": "matters.handle",
  "a reporter's identity": "matters.read",
  "a new code": "matters.receive",
  "a letter about it": "matters.read",
  "who else is looking": "matters.read",
  "merging another into it": "matters.read",
  "putting another under it": "matters.read",
  "a file of it": "matters.read",
  "its return call": "surveys.call",
} as const;
export type Probe = keyof typeof PROBES;

/** Probes in which whoever sees the matter may still get the same answer for a reason of the probe's own; who does not see it always does. */
export const ONLY_SILENCE: readonly (Probe | ListName)[] = [
  "the posts that may be given it",
  "a reporter's identity",
  "a new code",
  "merging another into it",
  "putting another under it",
  "its return call",
  "what supervision looks at",
  "proposed as similar",
  "waiting for a second person",
];

/** Each list over HTTP that could name a matter, and the right that its route asks for. */
export const LISTS = {
  "every queue": "matters.read",
  "found by its word": "matters.read",
  "found by its number": "matters.read",
  "found by its code": "matters.read",
  "counted in every queue": "matters.read",
  exported: "matters.export",
  "what supervision looks at": "matters.supervise",
  "proposed as similar": "matters.receive",
  "waiting for a second person": "identities.approve",
} as const;
export type ListName = keyof typeof LISTS;

/** Tables that hold something of a matter, and what an officer's role in the database may do there with rows they may see. */
export const TABLES = {
  "matters.matters": ["select", "update"],
  "matters.assignments": ["select", "update"],
  "matters.notices": ["select", "update"],
  "matters.proposals": ["select"],
  "ledger.lines": ["select"],
  "clocks.running": ["select", "update"],
  "clocks.events": ["select"],
  "residents.reporters": ["select", "update"],
  "residents.data_keys": ["select"],
  "residents.line_persons": ["select"],
  "service.requests": ["select", "update"],
  "foundation.files": ["select", "update"],
  "orders.rows": ["select"],
  "surveys.calls": ["select"],
  "supervision.notices": ["select", "update"],
} as const;
export type TableName = keyof typeof TABLES;

/** Tables of which whoever works for the whole county may drop rows, of matters that they see; nobody drops any other. */
export const DROPPED_BY_THE_COUNTY: readonly TableName[] = ["matters.proposals"];

/** Tables that only whoever works for the whole county looks into, beside seeing the matter. */
export const COUNTY_TABLES: readonly TableName[] = ["orders.rows"];
export const WORKS_FOR_THE_COUNTY: readonly Relation[] = [
  "works at the county centre",
  "held the post complained of earlier",
  "stands in on the post complained of",
  "declared an interest in it",
];

/** Roles for which every cell is asked; of the others, which may no more than these, a third. */
export const ASKED_WHOLE: readonly RoleName[] = ["triage clerk", "handler", "inspector", "anonymous"];
