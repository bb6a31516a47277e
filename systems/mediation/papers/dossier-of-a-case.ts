import type { Dossier, DossierEntry, Paper, Scan } from "../../papers/index.ts";
import { told } from "../../papers/index.ts";
import { agreementPaper, confirmationPaper, oralAgreementPaper } from "./agreement-papers.ts";
import { type Filled, inWords, nameOf, names, numberOf } from "./filled.ts";
import { applicationPaper, noticePaper, powersOfAttorney, registrationPaper } from "./opening-papers.ts";
import { inquiryPaper, sessionPaper, visitPapers } from "./record-papers.ts";

/** Scans by the place that they take in a file. */
export interface Scans {
  readonly identity?: readonly Scan[];
  readonly evidence?: readonly Scan[];
  readonly performance?: readonly Scan[];
  readonly confirmation?: readonly Scan[];
}

/** What was kept how long is the county's to say. */
export interface Keeping {
  readonly period: string;
  readonly boundBy: string | null;
  readonly checkedBy: string | null;
}

const entry = (paper: Paper): DossierEntry => ({ title: paper.title, paper });
const scanned = (title: string, scans: readonly Scan[] = []): DossierEntry[] => (scans.length > 0 ? [{ title, scans }] : []);

/** 人民调解卷宗, its papers in the order of the official list (司法部 2010 forms). */
export function dossierOf(filled: Filled, scans: Scans, keeping: Keeping): Dossier {
  const { one } = filled;
  const agreements = one.agreements.filter((agreement) => agreement.effectiveOn);
  return {
    cover: coverPaper(filled, keeping),
    entries: [
      entry(one.origin === "own-motion" ? registrationPaper(filled) : applicationPaper(filled)),
      ...(one.origin === "own-motion" ? [] : [entry(registrationPaper(filled))]),
      entry(noticePaper(filled)),
      ...scanned("身份证明复印件", scans.identity),
      ...powersOfAttorney(filled).map(entry),
      ...one.inquiries.map((inquiry) => entry(inquiryPaper(filled, inquiry))),
      ...scanned("证据材料", scans.evidence),
      ...one.sessions.map((session) => entry(sessionPaper(filled, session))),
      ...agreements.map((agreement) =>
        entry(agreement.form === "oral" ? oralAgreementPaper(filled, agreement) : agreementPaper(filled, agreement)),
      ),
      ...scanned("履行凭证", scans.performance),
      ...visitPapers(filled).map(entry),
      ...(one.confirmation ? [entry(confirmationPaper(filled, agreements.at(-1)!))] : []),
      ...scanned("司法确认有关材料", scans.confirmation),
      entry(statementPaper(filled, keeping)),
    ],
    back: { form: "mediation.back", title: "（封底）", blocks: [] },
  };
}

/** 卷宗封面. */
export function coverPaper(filled: Filled, { period, boundBy }: Keeping): Paper {
  const { one } = filled;
  const applicant = one.parties.find((party) => party.side === "applicant");
  const respondent = one.parties.find((party) => party.side === "respondent");
  const who = [applicant, respondent].map((party) => (party ? (nameOf(filled, party.id) ?? "") : "")).join("与");
  const last = one.filedOn ?? one.ending?.on ?? one.sessions.at(-1)?.on;
  return {
    form: "mediation.cover",
    title: `${filled.committee}\n人民调解卷宗`,
    blocks: [
      {
        kind: "fields",
        rows: [
          [{ label: "卷名", value: `${who}${filled.kind}纠纷` }],
          [{ label: "卷号", value: told(numberOf(filled), "卷号") }],
          [{ label: "调解员", value: told(filled.mediators.join("、"), "调解员") }],
          [
            { label: "调解日期", value: told(one.acceptedOn && inWords(one.acceptedOn), "起始日期") },
            { label: "至", value: told(last && inWords(last), "终止日期") },
          ],
          [
            { label: "立卷人", value: told(boundBy, "立卷人") },
            { label: "立卷日期", value: told(one.filedOn && inWords(one.filedOn), "立卷日期") },
          ],
          [
            { label: "保管期限", value: told(period, "保管期限") },
            { label: "备注", value: "" },
          ],
        ],
      },
    ],
  };
}

const STATES: Record<string, string> = {
  agreed: "达成调解协议，正在履行",
  performed: "达成调解协议并已履行",
  refused: "当事人拒绝调解，终止",
  failed: "调解不成，终止，已告知其他途径",
  "not-taken": "不予受理，已告知其他途径",
};

/** 卷宗情况说明. */
export function statementPaper(filled: Filled, { boundBy, checkedBy }: Keeping): Paper {
  const { one } = filled;
  const before = one.state === "filed" ? endedAs(filled) : one.state;
  return {
    form: "mediation.statement",
    title: "卷宗情况说明",
    blocks: [
      {
        kind: "text",
        text: `本卷为${names(filled, one.parties).join("、")}${filled.kind}纠纷人民调解卷宗，${STATES[before] ?? "正在办理"}。共举行调解${one.sessions.length}次，调查${one.inquiries.length}次，回访${one.visits.length}次。`,
      },
      {
        kind: "signatures",
        places: [
          { who: "立卷人", names: boundBy ? [boundBy] : [], by: "signature", ...(one.filedOn && { day: inWords(one.filedOn) }) },
          { who: "审核人", names: checkedBy ? [checkedBy] : [], by: "signature" },
        ],
      },
    ],
  };
}

function endedAs({ one }: Filled): string {
  const agreement = one.agreements.findLast((there) => there.effectiveOn);
  if (agreement) return agreement.duties.every((duty) => duty.done) ? "performed" : "agreed";
  if (one.parties.some((party) => party.consent === "refuses")) return "refused";
  return one.acceptedOn ? "failed" : "not-taken";
}
