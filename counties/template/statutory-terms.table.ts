import type { Term } from "../../systems/clocks/contract.ts";

const PETITIONS = "信访工作条例";
const term = (
  code: string,
  name: string,
  englishName: string,
  length: number,
  unit: Term["unit"],
  basis: string,
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
  basis,
  pauses: [],
  extension: null,
  ...more,
});

/**
 * Terms of national law, read in its text. Whether a petition's period moves off a holiday is by analogy with the Civil Code
 * (art. 203): each county may change it. A petition stands still for one thing only, the hearing of a second review.
 */
export const statutoryTerms: readonly Term[] = [
  term("XF-REG-15", "信访登记转送", "Registering and passing on a petition", 15, "natural days", `${PETITIONS}第二十二条`),
  term("XF-NOTICE-15", "信访书面告知", "Written notice to the petitioner", 15, "natural days", `${PETITIONS}第二十三条`),
  term(
    "XF-FWD-NOTICE-15",
    "转送交办书面告知",
    "Written notice of a petition passed on",
    15,
    "natural days",
    `${PETITIONS}第二十三条`,
  ),
  term("XF-OBJECT-5WD", "转送交办异议", "Objection to a petition passed on", 5, "working days", `${PETITIONS}第二十三条`),
  term("XF-HANDLE-60", "信访事项办结", "Deciding a petition", 60, "natural days", `${PETITIONS}第三十四条`, {
    extension: {
      times: "once",
      most: 30,
      approver: "本机关、单位负责人",
      englishApprover: "the head of the handling body",
      residentTold: true,
      basis: `${PETITIONS}第三十四条`,
    },
  }),
  term("XF-REVIEW-REQ-30", "提出复查请求", "Asking for a review", 30, "natural days", `${PETITIONS}第三十五条`),
  term("XF-REVIEW-30", "信访复查", "Review", 30, "natural days", `${PETITIONS}第三十五条`),
  term("XF-RECHECK-REQ-30", "提出复核请求", "Asking for a second review", 30, "natural days", `${PETITIONS}第三十六条`),
  term("XF-RECHECK-30", "信访复核", "Second review", 30, "natural days", `${PETITIONS}第三十六条`, {
    pauses: [
      { ground: "hearing", name: "听证", englishName: "the hearing", basis: `${PETITIONS}第三十六条：听证所需时间不计算在内` },
    ],
  }),
  term(
    "XF-URGENT",
    "重大、紧急信访事项报告",
    "Reporting a grave or urgent petition",
    2,
    "urgent hours",
    `${PETITIONS}第二十五条：及时报告；条文未写小时数，2小时为县里示例，待县里核定`,
  ),
  term(
    "TJ-GENERAL-1M",
    "人民调解",
    "People's mediation",
    30,
    "natural days",
    "人民调解工作若干规定第三十六条：一般在一个月内调结；县里按30日计（示例）",
    {
      extension: {
        times: "as the law allows",
        most: null,
        approver: "双方当事人同意",
        englishApprover: "the consent of both parties",
        residentTold: true,
        basis: "人民调解工作若干规定第三十六条",
      },
    },
  ),
  term(
    "TJ-MEDICAL-30WD",
    "医疗纠纷人民调解",
    "Mediation of a medical dispute",
    30,
    "working days",
    "医疗纠纷预防和处理条例第三十八条",
    {
      pauses: [
        {
          ground: "appraisal",
          name: "鉴定",
          englishName: "an appraisal",
          basis: "医疗纠纷预防和处理条例第三十八条：鉴定时间不计入调解期限",
        },
      ],
      extension: {
        times: "as the law allows",
        most: null,
        approver: "调委会和医患双方约定",
        englishApprover: "agreement of the committee and both sides",
        residentTold: true,
        basis: "医疗纠纷预防和处理条例第三十八条",
      },
    },
  ),
  term(
    "TJ-CONFIRM-REQ-30",
    "共同申请司法确认",
    "Joint request for judicial confirmation",
    30,
    "natural days",
    "人民调解法第三十三条",
  ),
];
