import { expect, it } from "vitest";
import { proposeUrgency, readUrgency } from "../../systems/matters/rules/triage/how-urgent.ts";
import { lexicon } from "./lexicon.table.ts";

const urgent = readUrgency(lexicon);
const urgencyOf = (text: string) => proposeUrgency(text, "ordinary", urgent).value;

const DANGER = [
  "厨房一股煤气味，头晕得很，快来人",
  "燃气管道让挖机挖断了，正往外喷气",
  "隔壁冒黑烟了，屋里起火了",
  "三楼阳台着火，里面有人喊救命",
  "变压器打火花，噼里啪啦响",
  "有人触电倒在地里了",
  "电线断了搭在水坑里，孩子正往那儿走",
  "我不想活了，活着没意思",
  "楼顶站着一个人要跳楼",
  "老人喝农药了，快叫车",
  "墙倒了，两个人压在下面",
  "房子塌了，人还没出来",
  "孩子掉河里了，正在捞",
  "有人掉井里了，喊得应",
  "食堂吃完饭几十个学生食物中毒送医院",
  "大爷在门口晕倒了叫不醒",
  "有个男的持刀在街上追人",
  "俩人困在电梯里四十分钟了",
  "山体滑坡把路埋了，车在底下",
  "煤气罐漏气，关不住",
] as const;

const NO_DANGER = [
  "请组织一次火灾逃生演练",
  "学校没有发生食物中毒，只是饭菜凉",
  "建议装燃气泄漏报警器",
  "怕以后着火，请清理楼道杂物",
  "去年村里起火烧过两间房，现在想修",
  "壁挂炉打不着火",
  "火车站广场积水",
  "预防溺水的宣传牌倒了",
  "电线存在漏电隐患，请来检查",
  "想了解煤气中毒的知识",
  "路灯不亮",
  "低保怎么申请",
] as const;

it.each(DANGER)("is a danger to life: %s", (text) => expect(urgencyOf(text)).toBe("danger"));
it.each(NO_DANGER)("is no present danger: %s", (text) => expect(urgencyOf(text)).not.toBe("danger"));

it("names every number that must be called", () => {
  expect(proposeUrgency("起火了，有人晕倒，还有人拿刀拦着", "ordinary", urgent).call).toEqual(["110", "119", "120"]);
});
