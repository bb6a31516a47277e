import { type Block, type Paper, type SignaturePlace, told } from "../../papers/index.ts";
import type { Agreement } from "../rules/case.ts";
import { everyone, type Filled, inWords, money, nameOf, names, numberOf } from "./filled.ts";

const dutyRows = (filled: Filled, { duties }: Agreement): string[][] =>
  duties.map((duty, index) => [
    String(index + 1),
    nameOf(filled, duty.who) ?? "",
    duty.what,
    duty.amount === null ? "" : money(duty.amount),
    duty.due ? inWords(duty.due) : "",
  ]);

const duties = (filled: Filled, agreement: Agreement): Block[] =>
  agreement.duties.length === 0
    ? []
    : [
        { kind: "heading", text: "履行方式、时限" },
        {
          kind: "table",
          columns: [
            { title: "序号", share: 1, align: "centre" },
            { title: "履行人", share: 2 },
            { title: "履行内容", share: 4 },
            { title: "金额（元）", share: 2, align: "right" },
            { title: "期限", share: 3 },
          ],
          rows: dutyRows(filled, agreement),
        },
      ];

/** Copies: one to each party and one for the committee (第二十九条). */
const copies = ({ one }: Filled): number => one.parties.length + 1;

const dayOfSignature = (agreement: Agreement, id: string) => {
  const signature = agreement.signatures[id];
  return signature ? { day: inWords(signature.on) } : {};
};

function parties(filled: Filled, agreement: Agreement): SignaturePlace[] {
  return filled.one.parties.flatMap((party): SignaturePlace[] => {
    const witness = agreement.signatures[party.id]?.through;
    const through = party.representative?.id ?? null;
    return [
      {
        who: party.side === "applicant" ? "申请人" : "被申请人",
        names: names(filled, [party]),
        by: "finger",
        ...dayOfSignature(agreement, party.id),
      },
      ...(through
        ? [
            {
              who: party.representative!.by === "guardian" ? "监护人" : "代理人",
              names: [nameOf(filled, through) ?? ""],
              by: "finger" as const,
            },
          ]
        : []),
      ...(party.cannotSign
        ? [{ who: "见证人", names: witness ? [nameOf(filled, witness) ?? ""] : [], by: "signature" as const }]
        : []),
    ];
  });
}

/** 人民调解协议书 (第二十九条): who, the facts and what is disputed, what was agreed, how and until when it is performed. */
export const agreementPaper = (filled: Filled, agreement: Agreement): Paper => ({
  form: "mediation.agreement",
  title: "人民调解协议书",
  ...(numberOf(filled) && { number: numberOf(filled)! }),
  blocks: [
    { kind: "fields", rows: everyone(filled) },
    { kind: "heading", text: "纠纷主要事实、争议事项" },
    { kind: "text", text: told(agreement.facts, "纠纷主要事实、争议事项") },
    { kind: "heading", text: "经调解，自愿达成如下协议" },
    { kind: "list", items: [...agreement.terms] },
    ...(agreement.amount === null ? [] : [{ kind: "text" as const, text: `协议涉及金额：${money(agreement.amount)}元。` }]),
    ...duties(filled, agreement),
    {
      kind: "text",
      text: `本协议一式${copies(filled)}份，当事人各执一份，人民调解委员会留存一份，自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。`,
    },
    {
      kind: "text",
      text: "双方认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认；不服履行发生争议的，可以向人民法院提起诉讼。",
    },
    {
      kind: "signatures",
      places: [
        ...parties(filled, agreement),
        {
          who: "人民调解员",
          names: filled.mediators,
          by: "signature",
          ...(agreement.mediatorSignedOn && { day: inWords(agreement.mediatorSignedOn) }),
        },
        { who: "记录人", names: filled.recorder ? [filled.recorder] : [], by: "signature" },
        { who: filled.committee, names: [], by: "seal", ...(agreement.sealedOn && { day: inWords(agreement.sealedOn) }) },
      ],
    },
  ],
});

/** 人民调解口头协议登记表 (第二十八条): the record of an agreement by word. */
export const oralAgreementPaper = (filled: Filled, agreement: Agreement): Paper => ({
  form: "mediation.oral-agreement",
  title: "人民调解口头协议登记表",
  ...(numberOf(filled) && { number: numberOf(filled)! }),
  blocks: [
    { kind: "fields", rows: everyone(filled) },
    {
      kind: "fields",
      rows: [
        [
          { label: "达成日期", value: told(agreement.effectiveOn && inWords(agreement.effectiveOn), "达成日期") },
          { label: "涉及金额", value: agreement.amount === null ? "无" : `${money(agreement.amount)}元` },
        ],
        [{ label: "纠纷事实", value: told(agreement.facts, "纠纷事实"), lines: 4 }],
        [{ label: "协议内容", value: agreement.terms.map((term, index) => `${index + 1}．${term}`).join("\n"), lines: 4 }],
      ],
    },
    ...duties(filled, agreement),
    {
      kind: "signatures",
      places: [
        {
          who: "人民调解员",
          names: filled.mediators,
          by: "signature",
          ...(agreement.effectiveOn && { day: inWords(agreement.effectiveOn) }),
        },
        { who: filled.committee, names: [], by: "seal" },
      ],
    },
  ],
});

const BASES = {
  "inviting court": "邀请调解的人民法院",
  domicile: "当事人住所地人民法院",
  "subject matter": "标的物所在地人民法院",
  "seat of the committee": "调解组织所在地基层人民法院",
} as const;

/** 司法确认申请书, by both sides together (人民调解法 第三十三条, 民事诉讼法 第二百零五条). */
export const confirmationPaper = (filled: Filled, agreement: Agreement): Paper => ({
  form: "mediation.confirmation",
  title: "司法确认申请书",
  blocks: [
    { kind: "fields", rows: everyone(filled) },
    {
      kind: "text",
      text: `申请人于${agreement.effectiveOn ? inWords(agreement.effectiveOn) : "　　年　月　日"}经${filled.committee}主持调解，达成${
        agreement.form === "oral" ? "口头" : ""
      }调解协议（${numberOf(filled) ?? "　　　"}）。`,
    },
    { kind: "text", text: "请求事项：依法确认上述调解协议的效力。" },
    {
      kind: "text",
      text: "申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如因该协议内容给他人造成损害，愿意承担相应的民事责任和其他法律责任。",
    },
    { kind: "text", text: "此致", from: "flush" },
    { kind: "text", text: told(filled.one.confirmation?.court, "人民法院名称"), from: "flush" },
    ...(filled.one.confirmation
      ? [{ kind: "text" as const, text: `（${BASES[filled.one.confirmation.basis]}）`, from: "flush" as const }]
      : []),
    {
      kind: "signatures",
      places: [
        {
          who: "申请人（双方）",
          names: names(filled, filled.one.parties),
          by: "finger",
          ...(filled.one.confirmation && { day: inWords(filled.one.confirmation.appliedOn) }),
        },
      ],
    },
  ],
});
