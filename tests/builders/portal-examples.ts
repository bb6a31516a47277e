import { categories } from "../../counties/jiaxian/categories.table.ts";
import { help } from "../../counties/jiaxian/help.ts";
import { jiaxianTerritory } from "../../counties/jiaxian/territory/territory.ts";
import { newId } from "../../foundation/ids.ts";
import type { FollowPage, PortalPlaces, PublicFigures } from "../../systems/matters/contract.ts";
import type { PortalCounty } from "../../systems/matters/portal/county.ts";
import { withholdSmallRows } from "../../systems/matters/rules/withhold-small-counts.ts";

/** A Monday morning in Shanghai. */
export const PORTAL_NOW = "2026-11-23T10:30:00+08:00";

export const portalCounty: PortalCounty = {
  ...help,
  code: 410425,
  categories: categories.filter(({ parent }) => parent === null).map(({ code, name }) => ({ code, words: name })),
  units: [
    { id: "0199d1c0-0000-7000-8000-000000000001", name: { zh: "县住房和城乡建设局", en: "Housing and Construction" } },
    { id: "0199d1c0-0000-7000-8000-000000000002", name: { zh: "县城市管理局", en: "City Management" } },
  ],
};

const { rows } = jiaxianTerritory({ demonstration: false });
export const portalPlaces: PortalPlaces = rows
  .filter(({ kind }) => kind === "township")
  .map(({ code, name }, township) => ({
    id: `0199d1c0-0000-7000-8000-1${String(township).padStart(11, "0")}`,
    code,
    name,
    villages: rows
      .filter(({ kind, parentCode }) => kind === "village" && parentCode === code)
      .map((village, index) => ({
        id: `0199d1c0-0000-7000-8000-2${String(township * 1000 + index).padStart(11, "0")}`,
        code: village.code,
        name: village.name,
      })),
  }));

const DAYS = [
  ["2026-11-17", false, null, "晚上收到"],
  ["2026-11-18", true, 1, null],
  ["2026-11-19", true, 2, null],
  ["2026-11-20", true, 3, null],
  ["2026-11-21", false, null, "周末，不算"],
  ["2026-11-22", false, null, "周末，不算"],
  ["2026-11-23", true, 4, null],
  ["2026-11-24", true, 5, null],
  ["2026-11-25", true, 6, null],
  ["2026-11-26", true, 7, null],
] as const;

/** 示例: a lamp that does not burn, half way. */
export const exampleMatter = (changes: Partial<FollowPage> = {}): FollowPage => ({
  id: "0199d1c0-0000-7000-8000-0000000000aa",
  version: 4,
  number: "410425-2026-000123",
  title: "村口三盏路灯不亮（示例）",
  text: "村口三盏路灯不亮，有半个月了。晚上看不见路，前天有人摔了一跤。想请人来修修。",
  place: "冢头镇 前王庄村口，小卖部对面",
  state: "handling",
  receivedAt: "2026-11-17T19:26:00+08:00",
  secrecy: false,
  holder: { name: "县住房和城乡建设局", phone: "0375-000 0001", since: "2026-11-18T08:55:00+08:00" },
  due: {
    at: "2026-11-26T23:59:59+08:00",
    provisional: false,
    state: "running",
    workingDays: 3,
    words: "剩 3 个工作日",
    term: "help.ordinary",
    sentence: "求助类的事，县里定的是 7 个工作日。11月17日晚上收到，第二天算第 1 天，周六周日不算。",
    basis: "示例",
    days: DAYS.map(([date, counted, n, why]) => ({ date, counted, n, why })),
  },
  finishedAt: null,
  outcome: null,
  reply: null,
  question: null,
  timeline: [
    {
      id: newId(),
      at: "2026-11-20T15:40:00+08:00",
      by: "县住房和城乡建设局 承办岗",
      title: "去看过了",
      text: "三盏灯没电，可能是地下的线断了，要换线。",
      files: [],
    },
    {
      id: newId(),
      at: "2026-11-18T08:55:00+08:00",
      by: "县综治中心 派单岗",
      title: "交给县住房和城乡建设局",
      text: "路灯归他们管。",
      files: [],
    },
    { id: newId(), at: "2026-11-17T19:26:00+08:00", by: "您", title: "您说了这件事，得到编号", text: null, files: [] },
  ],
  rating: null,
  reopenUntil: null,
  mergedInto: null,
  looks: [
    {
      by: "县住房和城乡建设局 承办岗",
      at: "2026-11-20T09:05:00+08:00",
      what: "identity",
      purpose: "问您是哪盏灯",
      unusual: false,
      complained: false,
    },
    {
      by: "县住房和城乡建设局 承办岗",
      at: "2026-11-20T09:00:00+08:00",
      what: "matter",
      purpose: null,
      unusual: false,
      complained: false,
    },
  ],
  rules: [
    {
      at: "2026-11-18T08:55:00+08:00",
      title: "交给哪个单位",
      text: "机器按县里的分派规则「路灯归住建局」，因为路灯归他们管，提的是县住房和城乡建设局。县综治中心 派单岗的人看过，照着定了。",
    },
  ],
  may: ["supplement", "withdraw"],
  ...changes,
});

export const exampleQuestion: NonNullable<FollowPage["question"]> = {
  id: "0199d1c0-0000-7000-8000-0000000000ab",
  by: "县住房和城乡建设局 承办岗",
  at: "2026-11-23T09:12:00+08:00",
  text: "不亮的是小卖部这边三盏，还是河边三盏？",
  choices: ["小卖部这边", "河边", "两边都有，或说不准"],
};

export const exampleClosed: Partial<FollowPage> = {
  state: "closed",
  outcome: "solved",
  finishedAt: "2026-11-25T17:10:00+08:00",
  reopenUntil: "2026-12-25T23:59:59+08:00",
  reply: { by: "县住房和城乡建设局", at: "2026-11-25T17:10:00+08:00", text: "换了 60 米地下线，三盏灯都亮了。", right: null },
  may: ["rate", "reopen"],
};

const COUNTS = [120, 64, 48, 33, 27, 19, 15, 14, 12, 11, 10, 9, 6, 0, 0];
export const exampleFigures = (): PublicFigures => ({
  week: { from: "2026-11-16", to: "2026-11-22" },
  calculatedAt: "2026-11-23T06:00:00+08:00",
  received: 388,
  closed: 361,
  onTimePercent: 94,
  townships: withholdSmallRows(
    portalPlaces.map(({ name }, index) => ({
      name,
      received: COUNTS[index] ?? 0,
      closed: Math.max(0, (COUNTS[index] ?? 0) - 3),
    })),
  ),
  categories: withholdSmallRows(
    portalCounty.categories.map(({ words }, index) => ({
      name: words.zh,
      received: COUNTS[index % 15]!,
      closed: COUNTS[(index + 1) % 15]!,
    })),
  ),
  weeks: Array.from({ length: 12 }, (_none, week) => ({
    from: new Date(Date.UTC(2026, 7, 31 + week * 7)).toISOString().slice(0, 10),
    received: week === 4 ? 0 : 310 + week * 9,
    closed: week === 4 ? null : 290 + week * 7,
  })),
});
