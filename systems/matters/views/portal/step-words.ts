import type { Locale } from "../../../../foundation/time/index.ts";
import type { MatterAct } from "../../rules/lifecycle.ts";

type OwnAct = "correct-own" | "quiet" | "keep-secret" | "own-code" | "new-code" | "four-digits" | "ask-right" | "answer-right";
type Both = Readonly<Record<Locale, string>>;
const say = (zh: string, en: string): Both => ({ "zh-CN": zh, en });

export interface Step {
  readonly title: Both;
  /** The words of the act are meant for the resident; without it they stay between officers. */
  readonly told?: true;
  /** Only for the reporter who did it. */
  readonly own?: true;
}

/** What a resident is told of an act, in their words. An act that is missing here is the officers' own. `{unit}`: who holds it after the act. */
export const STEPS: Partial<Record<MatterAct | OwnAct, Step>> = {
  receive: { title: say("说了这件事，得到编号", "Told us, and got a code") },
  accept: { title: say("收下了，定好是哪一类、在哪儿", "Taken up: what it is and where") },
  decline: { title: say("没有收下办", "Not taken up"), told: true },
  "answer-on-spot": { title: say("当场答复了", "Answered at once"), told: true },
  dispatch: { title: say("交给{unit}", "Given to {unit}") },
  redirect: { title: say("换给{unit}办", "Passed to {unit}") },
  sign: { title: say("{unit}接下了，开始办", "{unit} signed for it and began") },
  "hand-back": { title: say("那个单位说不归它管，上一级正在定", "That office says it is not its task; the level above decides") },
  "allow-hand-back": { title: say("不归那个单位管，重新定由谁办", "Not that office's; being given to another") },
  "refuse-hand-back": { title: say("定了：还由{unit}办", "Decided: {unit} handles it") },
  "call-department": { title: say("叫了别的部门到场一起办", "Another office was called to the spot") },
  "grant-time": { title: say("批准延长办理时间", "More time was granted for it"), told: true },
  escalate: { title: say("报到上一级去办", "Passed to the level above") },
  "report-progress": { title: say("有进展", "Progress"), told: true },
  ask: { title: say("问您一句话", "A question for you"), told: true },
  answer: { title: say("单位答复了", "The office answered"), told: true },
  rework: { title: say("核实没有通过，退回去重新办", "The check failed; sent back to be redone") },
  close: { title: say("核实过了，办完", "Checked, and done") },
  shelve: { title: say("先放一放", "Put aside for now"), told: true },
  resume: { title: say("接着办了", "Taken up again") },
  merge: { title: say("跟另一件同样的事一起办", "Handled together with another one") },
  withdraw: { title: say("撤回了", "Withdrawn"), told: true },
  reopen: { title: say("重新办", "Taken up anew"), told: true },
  rate: { title: say("评价了", "Rated"), own: true },
  supplement: { title: say("补了几句", "Words added"), told: true, own: true },
  "also-met": { title: say("说自己也遇到，得到编号", "Said that they met the same, and got a code"), told: true, own: true },
  urge: { title: say("催了一次", "Hurried"), own: true },
  "correct-own": { title: say("改了自己的称呼、电话或住址", "Own name, number or address corrected"), own: true },
  quiet: { title: say("说了怎么联系您", "Said how to be reached"), own: true },
  "keep-secret": { title: say("要求替您保密", "Secrecy asked for"), own: true },
  "own-code": { title: say("用编号换了新编号，旧的作废", "The code was renewed with the code; the old one ended"), own: true },
  "new-code": { title: say("工作人员换发了新编号，旧的作废", "Staff gave a new code; the old one ended"), own: true },
  "ask-right": { title: say("就自己的信息提了申请", "Asked about own data"), told: true, own: true },
  "answer-right": { title: say("答复了您的申请", "Your request was answered"), told: true, own: true },
  "recompute-due": { title: say("放假安排公布了，最晚的日子重新算过", "Holidays were published; the last day was counted anew") },
};
