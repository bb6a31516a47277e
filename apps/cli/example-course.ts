import type { z } from "zod";
import type { jiaxian } from "../../counties/jiaxian/index.ts";
import type { MatterActInput } from "../../systems/matters/contract.ts";

type ActInput = z.output<typeof MatterActInput>;
type ActOnly = ActInput extends infer Act
  ? Act extends ActInput
    ? Omit<Act, "commandId" | "v" | "deviceAt" | "baseVersion">
    : never
  : never;

export interface Step {
  readonly afterHours: number;
  readonly by: "clerk" | "handler" | "verifier" | "resident";
  readonly act: ActOnly;
}

const PROGRESS = [
  "已到现场看过，定了办法，正在安排人和料，有进展再告诉您。（示例）",
  "已联系有关单位，约好时间一起到现场。（示例）",
  "材料已收齐，正在核对，办好当天告诉您。（示例）",
];
const ANSWERS = [
  "已经处理好，请您去看看；还有不对的地方可以再说。（示例）",
  "人到现场办了，拍了照片存档。谢谢您说出来。（示例）",
  "按规定办完了，办理依据和结果写在这里，您有疑问可以打中心电话。（示例）",
];
const RATINGS = ["very-satisfied", "satisfied", "satisfied", "fair", "dissatisfied"] as const;
const DAY = 24;

/**
 * The course that a made-up example takes; whoever plants it stops at today. `dice` (0 to 99) comes from the example's number, so
 * that every planting is alike: a few wait unsigned, unanswered or for the resident, one in eight is late, most are closed and rated.
 */
export function courseOf(
  example: (typeof jiaxian.examples)[number],
  { dice, place, lead }: { dice: number; place: string | undefined; lead: string },
): Step[] {
  const pick = <T>(list: readonly T[]): T => list[dice % list.length]!;
  const urgent = example.urgency === "danger" ? 0.1 : example.urgency === "pressing" ? 0.4 : 1;
  const days = (dice % 8 === 0 ? 12 : 1.5 + (dice % 5) * 0.8) * urgent;
  const accepted = (1 + (dice % 9)) * urgent;
  const steps: Step[] = [
    {
      afterHours: accepted,
      by: "clerk",
      act: {
        act: "accept",
        kind: example.kind,
        categoryCode: example.category,
        urgency: example.urgency,
        place: place ? { placeId: place } : {},
      },
    },
    {
      afterHours: accepted + 0.5,
      by: "clerk",
      act: { act: "dispatch", leadUnit: lead, supports: [], lane: "service" },
    },
  ];
  if (dice === 1 || dice === 2) return steps;
  steps.push({ afterHours: accepted + 2 + (dice % 5), by: "handler", act: { act: "sign" } });
  if (dice === 3 || dice === 4) return steps;
  if (dice < 9)
    return [
      ...steps,
      {
        afterHours: 34,
        by: "handler",
        act: { act: "ask", reply: "具体在哪一段？方便的话说说旁边有什么。（示例）", choices: [] },
      },
    ];
  if (dice < 50)
    steps.push({
      afterHours: accepted + 8 + (days * DAY) / 2,
      by: "handler",
      act: { act: "report-progress", reply: pick(PROGRESS), files: [] },
    });
  steps.push({
    afterHours: accepted + 10 + days * DAY,
    by: "handler",
    act: {
      act: "answer",
      reply: pick(ANSWERS),
      outcome: dice % 9 === 0 ? "explained" : "solved",
      files: [],
      withoutOpinions: "协办单位在电话里说过意见。（示例）",
    },
  });
  if (dice >= 97) return steps;
  steps.push({ afterHours: accepted + 34 + days * DAY, by: "verifier", act: { act: "close", note: "电话回访核实。（示例）" } });
  if (dice % 3 !== 0)
    steps.push({ afterHours: accepted + 60 + days * DAY, by: "resident", act: { act: "rate", rating: pick(RATINGS) } });
  return steps;
}
