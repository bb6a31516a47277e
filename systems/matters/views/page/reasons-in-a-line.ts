import type { Locale } from "../../../../foundation/time/index.ts";
import type { TermUnit } from "../../../clocks/contract.ts";
import { termWords } from "../../../clocks/index.ts";
import { matterWords } from "../../contract.ts";
import type { ClockName } from "../../rules/clocks-of-a-matter.ts";
import type { Content, Known } from "./line-content.ts";

interface Arrival {
  readonly unit: string;
  readonly since: string;
  readonly due: string | null;
}
interface TimeWords {
  readonly clock: ClockName;
  readonly what: "pause" | "extend";
  readonly by: number | null;
  readonly unit?: TermUnit;
}

/** 用时 25 分钟，按时报到: how long the unit took from the call to its arrival. */
export function arrivalWords({ since, due }: Omit<Arrival, "unit">, at: Date, locale: Locale) {
  const minutes = Math.max(0, Math.round((at.getTime() - Date.parse(since)) / 60_000));
  const inTime = due === null ? null : at.getTime() <= Date.parse(due);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words =
    locale === "en"
      ? `There after ${hours > 0 ? `${hours} h ` : ""}${rest} min${inTime === null ? "" : inTime ? ", in time" : ", late"}`
      : `用时${hours > 0 ? ` ${hours} 小时` : ""} ${rest} 分钟${inTime === null ? "" : inTime ? "，按时报到" : "，超时报到"}`;
  return { at: at.toISOString(), inTime, words };
}

/** The unit's arrival as its line tells it. */
export const arrivalsIn = (content: Content): readonly Arrival[] =>
  Array.isArray(content.arrived) ? (content.arrived as Arrival[]) : [];

/** Reasons and grounds of a line beside its words, each in one short sentence. */
export function reasonsIn(content: Content, at: Date, { books, locale, posts }: Known): string[] {
  const m = matterWords[locale];
  const said = (zh: string, en: string) => (locale === "en" ? en : zh);
  const time = (one: unknown, zh: string, en: string) => {
    const { clock, what, by, unit } = one as TimeWords;
    const much = unit && by ? termWords({ length: by, unit }, locale) : by;
    const name = m.clocks[clock];
    return what === "pause"
      ? said(`${zh}「${name}」暂停计时`, `${en}: “${name}” stands still`)
      : said(`${zh}「${name}」延长 ${much}`, `${en}: “${name}” longer by ${much}`);
  };
  const handBack = (books.data["hand-back-reasons"] ?? []).find((one) => one.code === content.ground)?.name;
  const post = typeof content.post === "string" ? posts.get(content.post) : undefined;
  return [
    handBack ? said(`异议事由：${handBack.zh}`, `Ground: ${handBack.en}`) : "",
    Array.isArray(content.called)
      ? said(`叫到现场：${content.called.join("、")}`, `Called to the spot: ${content.called.join(", ")}`)
      : "",
    content.asked ? time(content.asked, "申请", "Asked") : "",
    content.granted ? time(content.granted, "批准", "Granted") : "",
    typeof content.resumed === "string"
      ? said(`「${m.clocks[content.resumed as ClockName]}」恢复计时`, `“${m.clocks[content.resumed as ClockName]}” goes on`)
      : "",
    typeof content.withoutOpinions === "string"
      ? said(
          `（内部）不等协办意见：${content.withoutOpinions}`,
          `(Staff only) did not wait for opinions: ${content.withoutOpinions}`,
        )
      : "",
    typeof content.amend === "string"
      ? said(
          "随裁定提出修改派单目录，等另一岗位审批",
          "With the ruling a change of the catalogue is proposed, for another post to approve",
        )
      : "",
    post ? said(`经办岗：${post.name}`, `Post: ${post.name}`) : "",
    ...arrivalsIn(content).map((one) => arrivalWords(one, at, locale).words),
  ].filter(Boolean);
}
