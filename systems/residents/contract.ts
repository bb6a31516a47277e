import { z } from "zod";

export { type CodeCheck, checkCode, spokenCode } from "./rules/code.ts";
export { normalisePhone } from "./rules/phone.ts";
export { readSecond, type SecondCheck, type SecondKind } from "./rules/second.rule.ts";
export { BOOKLET_MOST, TRY_LIMITS, type Tried, WRONG_CODES_OF_A_STORM } from "./rules/try-limits.table.ts";
export { proofNumber, secondsToWait } from "./rules/turn.rule.ts";

const shortText = (most: number) => z.string().trim().max(most).optional();

/** What a reporter may tell about themselves; everything is optional. Limits are characters. */
export const ReporterInput = z.strictObject({
  name: shortText(60),
  phone: shortText(40),
  address: shortText(200),
  /** The reported unit must not learn who reported. */
  wantsSecrecy: z.boolean().default(false),
  /** No notices by telephone or letter; only the code tells. */
  quiet: z.boolean().default(false),
  /** Someone else types: how they stand to the reporter, and that the reporter agreed. */
  enteredFor: z.strictObject({ relation: z.string().trim().min(1).max(30), consent: z.boolean() }).optional(),
});
export type ReporterInput = z.infer<typeof ReporterInput>;

/** What stands in the sealed column. `account` is the name a source system used, kept so that its own answer can find its way back. */
export interface Identity {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly account?: string;
}

/** What of a matter was read: its page, an identity behind it, a file, a list or archive it was in, a paper printed of it. */
export const READING_KINDS = ["matter", "identity", "attachment", "export", "paper"] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

/** Why a matter's identities may be erased. */
export const ERASURE_BASES = ["retention-expired", "request-of-the-person", "unlawfully-collected"] as const;
export type ErasureBasis = (typeof ERASURE_BASES)[number];

type Facts = Readonly<Record<string, unknown>>;

/** What is said where something of a reporter is refused. */
export const residentsRefusals = {
  "residents.may-not-erase": {
    "zh-CN": () => "您现在的岗位没有清除身份信息的权限。请找县里的系统管理岗。",
    en: () => "The post you act in may not erase identities. Ask the county's administrator.",
  },
  "residents.erasing-takes-two": {
    "zh-CN": () => "清除身份信息要两个人：请由另一位有权的同事同意后再办。",
    en: () => "Erasing an identity takes two people: have another person approve it first.",
  },
  "residents.too-many-openings": {
    "zh-CN": (f: Facts) =>
      `这个岗位一小时里最多看 ${String(f.inAnHour)} 次、一天最多 ${String(f.inADay)} 次身份信息，已经到了。${String(f.minutes)} 分钟后可以再看；急事请用「问居民」留话，或请同单位另一岗位联系。`,
    en: (f: Facts) =>
      `A post opens at most ${String(f.inAnHour)} identities in an hour and ${String(f.inADay)} in a day. Wait ${String(f.minutes)} minutes; if it is urgent, write to the resident on the matter's page, or have another post of your unit call.`,
  },
  "residents.no-telephone": {
    "zh-CN": () => "这不是电话号码。请填当初留的手机号或座机号（带区号）。",
    en: () => "This is no telephone number. Type the mobile or the landline (with its area code) that was left.",
  },
  "residents.too-many-lookups": {
    "zh-CN": (f: Facts) => `一个岗位一小时里最多帮查 ${String(f.most)} 次编号，已经到了。请过一会儿再查，或请另一个窗口帮忙。`,
    en: (f: Facts) =>
      `A post looks up at most ${String(f.most)} lost codes in an hour. Wait a while, or let another counter help.`,
  },
  "residents.keys-lost": {
    "zh-CN": () => "密钥文件不在，现在只能查看，什么也没有写入。请系统管理岗用恢复纸找回密钥：linli keys recover。",
    en: () =>
      "The key file is gone: for reading only, and nothing was written. Have the administrator bring it back from the papers: linli keys recover.",
  },
  "residents.key-not-in-the-file": {
    "zh-CN": (f: Facts) =>
      `密钥文件里没有第 ${String(f.version ?? "")} 版身份密钥，现在打不开，什么也没有改。请系统管理岗运行 linli keys status，或用恢复纸 linli keys recover 找回。`,
    en: (f: Facts) =>
      `The key file holds no identity key of version ${String(f.version ?? "")}: it cannot be opened now, and nothing was changed. Have the administrator run linli keys status, or bring the key back from the papers with linli keys recover.`,
  },
  "residents.nothing-to-erase": {
    "zh-CN": () => "这件事没有可清除的身份信息，可能已经清除过。请在流水里查看清除记录。",
    en: () => "This matter holds nothing to erase; it may have been erased before. See its timeline.",
  },
  "residents.nothing-kept-any-more": {
    "zh-CN": () => "您的称呼、电话、住址已经删掉了，没有可改的。要补什么，请到大厅或打电话。",
    en: () =>
      "Your name, number and address have been erased; there is nothing to change. To add anything, come to the hall or call.",
  },
  "residents.code-renewed-meanwhile": {
    "zh-CN": () => "编号刚刚已经换过一次。请用新的编号进来。",
    en: () => "The code was renewed just now. Please come in with the new one.",
  },
} as const;
