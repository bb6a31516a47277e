import type { Citation } from "../../../foundation/citation.ts";

/** The bodies that supervise. Which unit of the county is which body is the county's own setting. */
export const BODIES = ["centre", "petition-department", "joint-meeting", "government-supervision"] as const;
export type Body = (typeof BODIES)[number];

export const MEASURES = [
  "urge",
  "supervise",
  "listed-supervision",
  "talk",
  "circular",
  "rectify",
  "recommend-improvement",
  "recommend-policy",
  "recommend-accountability",
] as const;
export type Measure = (typeof MEASURES)[number];

export const PETITION_39: Citation = "信访工作条例 第三十九条";
export const PETITION_40: Citation = "信访工作条例 第四十条";
export const INSPECTION_11: Citation = "政府督查工作条例 第十一条";
export const INSPECTION_12: Citation = "政府督查工作条例 第十二条";
export const INSPECTION_14: Citation = "政府督查工作条例 第十四条";
export const INSPECTION_18: Citation = "政府督查工作条例 第十八条";
const CENTRE_RULE = "县综治中心督办工作规则（县里自定）";

/** Which body may take which measure, and by which article. What is not here nobody may. */
export const ENTITLED: Readonly<Record<Measure, Readonly<Partial<Record<Body, string>>>>> = {
  urge: {
    centre: CENTRE_RULE,
    "petition-department": PETITION_40,
    "joint-meeting": PETITION_39,
    "government-supervision": INSPECTION_14,
  },
  supervise: { "petition-department": PETITION_40, "government-supervision": INSPECTION_14 },
  "listed-supervision": { "joint-meeting": PETITION_39 },
  talk: { "joint-meeting": PETITION_39, "government-supervision": INSPECTION_12 },
  circular: { "joint-meeting": PETITION_39 },
  rectify: { "joint-meeting": PETITION_39, "government-supervision": INSPECTION_18 },
  "recommend-improvement": { "petition-department": PETITION_40 },
  "recommend-policy": { "petition-department": PETITION_40 },
  "recommend-accountability": { "petition-department": PETITION_40 },
};

/** The article that keeps a measure to the bodies it names: what a refusal cites. */
export const RESERVED_BY: Readonly<Partial<Record<Measure, Citation>>> = {
  supervise: PETITION_40,
  "listed-supervision": PETITION_39,
  talk: PETITION_39,
  circular: PETITION_39,
  rectify: PETITION_39,
  "recommend-improvement": PETITION_40,
  "recommend-policy": PETITION_40,
  "recommend-accountability": PETITION_40,
};

/** Recommendations of a petition department want a written answer on whether they are taken up (第四十条). */
export const wantsWrittenFeedback = (measure: Measure): boolean => measure.startsWith("recommend-");

/** Whatever the government's supervision body does rests on a decision of the government or an instruction of its head (第十一条). */
export const needsADecision = (body: Body): boolean => body === "government-supervision";

export const ADOPTIONS = ["adopted", "partly-adopted", "not-adopted"] as const;
export type Adoption = (typeof ADOPTIONS)[number];
