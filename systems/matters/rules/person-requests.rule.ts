import { type Facts, type Reader, recused } from "./access.ts";

/** What a resident may ask about their own data; the articles are those of 个人信息保护法. */
export const REQUEST_KINDS = {
  erase: { article: "个人信息保护法 第四十七条" },
  object: { article: "个人信息保护法 第四十四条" },
  explain: { article: "个人信息保护法 第四十八条" },
  other: { article: "个人信息保护法 第五十条" },
} as const;
export type RequestKind = keyof typeof REQUEST_KINDS;

/** The county's own term for the answer: within fifteen working days unless the county says otherwise. */
export const REQUEST_TERM = "PERSON-REQUEST";

/** The county centre answers what residents ask about their data: whoever supervises in the whole county, and is not recused. */
export const mayAnswerARequest = (reader: Reader, facts: Facts): boolean => mayAnswerRequests(reader) && !recused(reader, facts);

export const mayAnswerRequests = (reader: Reader): boolean =>
  reader.role === "app" && reader.scope === "county" && reader.rights.includes("matters.supervise");
