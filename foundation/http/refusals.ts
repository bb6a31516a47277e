import { Refusal } from "../refusal.ts";

type Locale = "zh-CN" | "en";
export type RefusalSentence = (facts: Record<string, unknown>) => string;
/** Code → the sentence a person reads: what is wrong and what to do next. */
export type RefusalWords = Readonly<Record<string, Readonly<Record<Locale, RefusalSentence>>>>;

const words = new Map<string, Readonly<Record<Locale, RefusalSentence>>>();

/** Each system brings its own sentences once, when the app is put together. */
export function knowRefusals(...dictionaries: readonly RefusalWords[]): void {
  for (const dictionary of dictionaries) for (const [code, sentence] of Object.entries(dictionary)) words.set(code, sentence);
}

/** The sentence of a refusal; a code without one says so rather than staying silent. */
export function sentenceOf(refusal: Refusal, locale: Locale): string {
  const sentence = words.get(refusal.code)?.[locale];
  if (sentence) return sentence(refusal.facts) + basisOf(refusal, locale);
  return locale === "en" ? `Not possible (${refusal.code}).` : `这一步办不了（${refusal.code}）。请联系县里的系统管理岗。`;
}

function basisOf({ article }: Refusal, locale: Locale): string {
  if (!article) return "";
  return locale === "en" ? ` (Basis: ${article}.)` : `（依据：${article}）`;
}

interface DatabaseFault {
  readonly code?: string;
}

/** What went wrong underneath, as a refusal where the user can act on it: database away, disk full, too slow. */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const code = (error as DatabaseFault).code ?? "";
  if (
    /^(57P0[123]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT_SOCKET)$/.test(code) ||
    /Connection terminated|not queryable|Client was closed|timeout exceeded when trying to connect/.test(
      String((error as Error).message),
    )
  )
    return new Refusal("http.database-away", {}, { status: 503 });
  if (code === "23505") return new Refusal("http.already-there", {}, { status: 409 });
  if (code === "53100" || code === "ENOSPC") return new Refusal("http.disk-full", {}, { status: 507 });
  if (code === "57014" || code === "55P03") return new Refusal("http.too-slow", {}, { status: 503 });
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE" || code === "FST_REQ_FILE_TOO_LARGE")
    return new Refusal("http.too-large", {}, { status: 413 });
  if (NO_SUCH_VALUE.test(code) || (/^FST_/.test(code) && isTheAskersFault(error)))
    return new Refusal("http.not-understood", { problems: [] }, { status: 400 });
  return undefined;
}

/** PostgreSQL: a text that is no value of its column: no id, no day, no number of that size, no text at all (NUL). */
const NO_SUCH_VALUE = /^(22P02|22P05|22021|22003|22007|22008)$/;

/** What Fastify and its plug-ins cannot read: a body of another kind than the route takes, broken JSON, parts out of order. */
const isTheAskersFault = (error: unknown): boolean => {
  const { statusCode = 500 } = error as { statusCode?: number };
  return statusCode >= 400 && statusCode < 500;
};

export const httpRefusals = {
  "http.not-understood": {
    "zh-CN": (f) => `有的内容没填对${firstField(f)}，请改了再交。您写的都还在。`,
    en: (f) => `Something is not filled in right${firstField(f)}. What you wrote is kept; correct it and send again.`,
  },
  "http.not-from-our-page": {
    "zh-CN": () => "这个请求不是从本系统页面发出的，没有执行。请在页面上重新操作。",
    en: () => "This request did not come from our own page and was not carried out. Do it again on the page.",
  },
  "http.already-there": {
    "zh-CN": () => "这个编号已经有了，没有再存一次。请刷新看看；还没有的，请重新填一次。",
    en: () => "This id is taken; nothing was saved again. Refresh to see; if it is not there, fill the form in anew.",
  },
  "http.unknown-host": {
    "zh-CN": () => "这个网址不是本系统的。请用单位公布的网址打开；网址确实没错的，请系统管理岗把它加进 LINLI_HOSTS。",
    en: () =>
      "This address is not one of ours. Use the address that was published; if it is right, the administrator adds it to LINLI_HOSTS.",
  },
  "http.too-long": {
    "zh-CN": () => "网址太长，没有执行。请把筛选条件减少一些再试。",
    en: () => "The address is too long and was not carried out. Use fewer filters and try again.",
  },
  "http.too-deep": {
    "zh-CN": () => "发来的内容层数太多，没有收下。请在页面上重新填写。",
    en: () => "What was sent is nested too deep and was not taken. Fill the form in again on the page.",
  },
  "http.busy": {
    "zh-CN": () => "现在办事的人很多，这一步请过几秒再点一次。您写的都还在。反映问题不受影响。",
    en: () => "Very busy just now: try this again in a few seconds; what you wrote is kept. Telling a matter still works.",
  },
  "http.database-away": {
    "zh-CN": () => "数据库正在恢复，刚才这一步没有存上，请过几秒再点一次。您写的都还在。",
    en: () => "The database is coming back; this was not saved. Try again in a few seconds; what you wrote is kept.",
  },
  "http.disk-full": {
    "zh-CN": () => "服务器磁盘满了，刚才这一步没有存上。请告诉系统管理岗腾出空间后再试；已存的都在。",
    en: () =>
      "The server's disk is full; this was not saved. Ask the administrator to make room, then try again. Everything saved is safe.",
  },
  "http.too-slow": {
    "zh-CN": () => "这一步等得太久，已经停下，没有存上。请稍后再试，或把条件缩小一些。",
    en: () => "This took too long and was stopped; nothing was saved. Try again later or narrow the filter.",
  },
  "http.too-large": {
    "zh-CN": () => "发来的内容太大（附件最多 20 MB）。请压缩或分几次。",
    en: () => "What was sent is too large (attachments up to 20 MB). Make it smaller or send it in parts.",
  },
  "http.not-found": {
    "zh-CN": () => "没有这个页面或接口。请从首页进入。",
    en: () => "There is nothing at this address. Start from the home page.",
  },
  "http.too-many": { "zh-CN": () => "操作太快了，请等一分钟再试。", en: () => "Too many tries. Wait a minute and try again." },
  "http.fault": {
    "zh-CN": (f) =>
      `系统出错了，刚才这一步可能没有存上。请刷新看看，再试一次；还不行就把这个编号告诉系统管理岗：${String(f.requestId ?? "")}`,
    en: (f) =>
      `Something went wrong here. Refresh to see whether it was saved, and try again. If it stays, give the administrator this number: ${String(f.requestId ?? "")}`,
  },
  "teams.prove-yourself-again": {
    "zh-CN": () => "这一步要紧，请再证明一次是您本人（密码或通行密钥），五分钟内有效。您写的都还在，确认后自动接着办。",
    en: () =>
      "This step matters: prove once more that it is you, by password or passkey; it holds for five minutes. What you wrote is kept and goes on by itself.",
  },
  "access.right-needed": {
    "zh-CN": (f) => `您现在的岗位没有这项权限（${String(f.right ?? "")}）。需要的话请找单位负责人。`,
    en: (f) => `The post you act in lacks this right (${String(f.right ?? "")}). Ask the head of your unit if you need it.`,
  },
  "access.read-only": {
    "zh-CN": () => "您的岗位只看不改，这一步没有办。需要改动请找承办单位。",
    en: () => "Your post reads and changes nothing; this was not done. Ask the unit in charge.",
  },
  "access.not-yours": {
    "zh-CN": () => "这件事现在不由您的岗位办这一步。可以看看它现在在谁手里。",
    en: () => "This step is not your post's to take. See who holds the matter now.",
  },
  "command.other-body": {
    "zh-CN": () => "同一个操作已经提交过，但内容不一样。请刷新页面看已存的结果，再重新操作。",
    en: () => "The same command was sent before with other content. Refresh to see what was saved, then do it anew.",
  },
} satisfies RefusalWords;

function firstField(facts: Record<string, unknown>): string {
  const problem = (facts.problems as { field?: string }[] | undefined)?.[0];
  return problem?.field ? `（${problem.field}）` : "";
}
