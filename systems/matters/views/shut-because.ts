import { type Facts, type Reader, recused } from "../rules/access.ts";
import { type MatterAct, matterLifecycle } from "../rules/lifecycle.ts";

const WHO: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  "intake clerk": ["受理岗", "an intake post"],
  "triage clerk": ["本辖区的受理岗", "an intake post of this area"],
  "dispatch clerk": ["本辖区的派单岗", "a dispatch post of this area"],
  "officer of the lead unit": ["主办单位的办理岗", "a handling post of the lead unit"],
  "officer of a supporting unit": ["协办单位的办理岗", "a handling post of a supporting unit"],
  "officer of a unit on it": ["主办或协办单位的办理岗", "a handling post of a unit on it"],
  verifier: ["核实岗，且不是答复的人", "a verification post, not the one who answered"],
  supervisor: ["负责人", "a supervising post"],
  resident: ["反映人自己", "the resident"],
  import: ["导入", "an import"],
  "calendar job": ["系统", "the system"],
};

/** Why this act of the present state is not open to the reader. */
export function shutBecause(reader: Reader & { locale: "zh-CN" | "en" }, facts: Facts, act: MatterAct): string {
  const english = reader.locale === "en";
  if (recused(reader, facts))
    return english ? "You stand aside: the matter concerns you or your unit." : "这件事反映到您或您的单位，依规回避。";
  const who = matterLifecycle.acts[act].who.map((name) => WHO[name]?.[english ? 1 : 0] ?? name);
  return english ? `This step is for ${who.join(" or ")}.` : `这一步由${who.join("或")}来办。`;
}
