import { type Paper, told } from "../../papers/index.ts";
import type { Inquiry, Session } from "../rules/case.ts";
import { type Filled, inWords, nameOf, names, numberOf } from "./filled.ts";

/** 调查记录, one of each inquiry; its words stand as they were said. */
export const inquiryPaper = (filled: Filled, inquiry: Inquiry): Paper => ({
  form: "mediation.inquiry",
  title: "人民调解调查记录",
  ...(numberOf(filled) && { number: numberOf(filled)! }),
  blocks: [
    {
      kind: "fields",
      rows: [
        [
          { label: "时间", value: inWords(inquiry.on) },
          { label: "地点", value: told(inquiry.place, "调查地点") },
        ],
        [
          { label: "被调查人", value: told(inquiry.of ? nameOf(filled, inquiry.of) : null, "被调查人") },
          { label: "调查人", value: told(filled.mediators.join("、"), "调查人") },
        ],
      ],
    },
    ...paragraphs(inquiry.text),
    {
      kind: "signatures",
      places: [
        { who: "被调查人", names: inquiry.of ? [nameOf(filled, inquiry.of) ?? ""] : [], by: "finger", day: inWords(inquiry.on) },
        { who: "调查人", names: filled.mediators, by: "signature" },
        { who: "记录人", names: filled.recorder ? [filled.recorder] : [], by: "signature" },
      ],
    },
  ],
});

const OUTCOMES = { agreed: "①达成调解协议", "not-agreed": "②未达成调解协议", "goes-on": "③有待继续调解" } as const;

/** 调解记录, one of each session. */
export const sessionPaper = (filled: Filled, session: Session): Paper => ({
  form: "mediation.session",
  title: "人民调解记录",
  ...(numberOf(filled) && { number: numberOf(filled)! }),
  blocks: [
    {
      kind: "fields",
      rows: [
        [
          { label: "时间", value: inWords(session.on) },
          { label: "地点", value: told(session.place, "调解地点") },
        ],
        [
          {
            label: "当事人",
            value: told(
              names(
                filled,
                filled.one.parties.filter((party) => session.present.includes(party.id)),
              ).join("、"),
              "到场当事人",
            ),
          },
        ],
        [{ label: "参加人", value: session.invited.join("、") || "无" }],
        [
          { label: "调解员", value: told(filled.mediators.join("、"), "调解员") },
          { label: "记录人", value: told(filled.recorder, "记录人") },
        ],
      ],
    },
    { kind: "heading", text: "调解记录" },
    ...paragraphs(session.minutes),
    { kind: "text", text: `调解结果：${OUTCOMES[session.outcome]}` },
    {
      kind: "signatures",
      places: [
        {
          who: "当事人",
          names: names(
            filled,
            filled.one.parties.filter((party) => session.present.includes(party.id)),
          ),
          by: "finger",
          day: inWords(session.on),
        },
        { who: "调解员", names: filled.mediators, by: "signature" },
        { who: "记录人", names: filled.recorder ? [filled.recorder] : [], by: "signature" },
      ],
    },
  ],
});

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: "text" as const, text: line }));

const HOW = { "in person": "上门", "by telephone": "电话" } as const;
const PERFORMED = { yes: "已全部履行", partly: "部分履行", no: "尚未履行" } as const;

/** 回访记录, one of each visit. */
export const visitPapers = (filled: Filled): Paper[] =>
  filled.one.visits.map((visit) => ({
    form: "mediation.visit",
    title: "人民调解回访记录",
    ...(numberOf(filled) && { number: numberOf(filled)! }),
    blocks: [
      {
        kind: "fields",
        rows: [
          [{ label: "当事人", value: told(names(filled, filled.one.parties).join("、"), "当事人") }],
          [
            { label: "协议编号", value: told(numberOf(filled), "协议编号") },
            { label: "回访方式", value: HOW[visit.how] },
          ],
          [{ label: "回访事由", value: "调解协议履行情况" }],
          [
            { label: "履行情况", value: PERFORMED[visit.performed] },
            { label: "新的争议", value: visit.newDispute ? "有" : "无" },
          ],
          [{ label: "回访情况", value: told(visit.words, "回访情况"), lines: 6 }],
        ],
      },
      {
        kind: "signatures",
        places: [
          { who: "被回访人", names: [], by: "finger" },
          { who: "回访人", names: filled.mediators.slice(0, 1), by: "signature", day: inWords(visit.on) },
        ],
      },
    ],
  }));
