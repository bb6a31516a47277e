import type { Actor } from "../../../../foundation/db/actor.ts";
import { matterWords } from "../../contract.ts";

type Name = Readonly<Record<Actor["locale"], string>> & { readonly width?: number };

/** Columns of an export, in the order of `exportCells`. */
export const EXPORT_NAMES: readonly Name[] = [
  { "zh-CN": "编号", en: "Number", width: 24 },
  { "zh-CN": "标题", en: "Title", width: 36 },
  { "zh-CN": "内容", en: "Text", width: 60 },
  { "zh-CN": "类型", en: "Kind" },
  { "zh-CN": "类别", en: "Category", width: 22 },
  { "zh-CN": "地点", en: "Place", width: 22 },
  { "zh-CN": "状态", en: "State" },
  { "zh-CN": "主办单位", en: "Lead unit", width: 24 },
  { "zh-CN": "收到时间", en: "Received", width: 20 },
  { "zh-CN": "期限", en: "Due", width: 20 },
  { "zh-CN": "办结时间", en: "Closed", width: 20 },
  { "zh-CN": "办理结果", en: "Outcome" },
];

/** Columns of the reply to a higher platform that are our own; its own columns stand before them. */
export const UPPER_NAMES = {
  number: { "zh-CN": "来件编号", en: "External number" },
  ours: { "zh-CN": "本县编号", en: "Our number" },
  state: { "zh-CN": "状态", en: "State" },
  reply: { "zh-CN": "答复", en: "Reply" },
} as const;

/** A state, kind or outcome as people say it. */
export function wordOf(code: string | null, locale: Actor["locale"]): string | null {
  if (code === null) return null;
  const words = matterWords[locale];
  return ({ ...words.states, ...words.kinds, ...words.outcomes } as Record<string, string>)[code] ?? code;
}
