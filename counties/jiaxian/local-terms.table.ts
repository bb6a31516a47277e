import type { Term } from "../../systems/clocks/contract.ts";
import type { Trust } from "../template/shapes.ts";

const TRUST: Record<Trust, string> = { verified: "", "from-memory": "（凭记忆，待县里核定）", example: "（示例，待县里核定）" };
const term = (
  code: string,
  name: string,
  englishName: string,
  length: number,
  unit: Term["unit"],
  basis: string,
  trust: Trust,
  more: Partial<Term> = {},
): Term => ({
  term: code,
  version: 1,
  name,
  englishName,
  length,
  unit,
  roll: "to the next working day",
  ends: "end of day",
  basis: `${basis}${TRUST[trust]}`,
  pauses: [],
  extension: null,
  ...more,
});

/** The hotline's and the city-management tiers as some places have them; the county confirms or changes each on its screen. */
export const localTerms: readonly Term[] = [
  term("RX-SUDDEN-2H", "12345 突发事项", "Hotline: sudden", 2, "urgent hours", "参照有的城市接诉即办分级：突发2小时", "example"),
  term(
    "RX-SUPPLY-24H",
    "12345 水电气热",
    "Hotline: water, power, gas, heat",
    24,
    "urgent hours",
    "参照有的城市接诉即办分级：水电气热24小时",
    "example",
  ),
  term("RX-COMMON-7D", "12345 一般事项", "Hotline: common", 7, "natural days", "参照有的城市接诉即办分级：一般7日", "example"),
  term("RX-HARD-15D", "12345 疑难事项", "Hotline: hard", 15, "natural days", "参照有的城市接诉即办分级：疑难15日", "example"),
  term(
    "PERSON-REQUEST",
    "个人信息申请答复",
    "Answer to a request about one's own data",
    15,
    "working days",
    "个人信息保护法 第五十条：应当建立便捷的申请受理和处理机制；天数由县里定",
    "example",
  ),
  term("RX-DEFAULT-5WD", "12345 工单办理", "Hotline order", 5, "working days", "参照潍坊、济南热线条例：5个工作日", "example"),
  term(
    "CG-URGENT-4H",
    "城管紧急事项",
    "City management: urgent",
    4,
    "urgent hours",
    "参照数字化城市管理处置时限：紧急工作时",
    "from-memory",
  ),
  term(
    "CG-REFUSE-4WH",
    "暴露垃圾处置",
    "City management: exposed refuse",
    4,
    "working hours",
    "参照数字化城市管理处置时限：4工作时",
    "example",
  ),
  term(
    "CG-GREEN-5WD",
    "绿地养护处置",
    "City management: green space",
    5,
    "working days",
    "参照数字化城市管理处置时限：5工作日",
    "example",
    {
      pauses: [
        {
          ground: "hung-up",
          name: "挂账",
          englishName: "a case put on account",
          basis: "数字化城市管理挂账须有理由和批准人（示例，待县里核定）",
        },
      ],
      extension: {
        times: "once",
        most: 5,
        approver: "城市管理监督指挥岗",
        englishApprover: "the city management command post",
        residentTold: false,
        basis: "数字化城市管理延期须有理由和批准人（示例，待县里核定）",
      },
    },
  ),
];
