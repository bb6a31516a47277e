import { type Actor, jobActor } from "../foundation/db/actor.ts";
import type { Database } from "../foundation/db/pool.ts";
import { approvalReducer } from "../systems/approvals/index.ts";
import { loadCalendarHistory, loadTerms } from "../systems/clocks/index.ts";
import { type JournalReport, verifyJournal } from "../systems/ledger/index.ts";
import {
  type AttachmentsReport,
  checkAttachments,
  checkNumbers,
  makeMatterReducer,
  type NumbersReport,
} from "../systems/matters/index.ts";
import { fileReducer } from "../systems/orders/index.ts";
import { referralReducer } from "../systems/referral/index.ts";
import { readPersons } from "../systems/residents/index.ts";
import { serviceReducer } from "../systems/service/index.ts";
import { checkOrderNumbers, orderReducer } from "../systems/supervision/index.ts";
import { callReducer } from "../systems/surveys/index.ts";
import { listUnits } from "../systems/teams/index.ts";

/** What a check of the whole county found. `sound` where nothing at all differs. */
export interface CountyReport {
  readonly sound: boolean;
  readonly journal: JournalReport;
  readonly numbers: NumbersReport;
  readonly attachments: AttachmentsReport;
}

export interface VerifyProgress {
  readonly lines?: (lines: number) => void;
  readonly files?: (files: number) => void;
}

/**
 * Checks everything that can be checked from the inside: each journal line and chain, each state rebuilt and compared with its row,
 * the gapless numbers, the bytes of the attachments. Reads only. `files` is the folder of the attachments.
 */
export async function verifyCounty(
  db: Database,
  county: number,
  files: string,
  progress: VerifyProgress = {},
): Promise<CountyReport> {
  const verifier: Actor = { ...jobActor(county), role: "verify" };
  const recount = { terms: await loadTerms(db, verifier), calendarOf: await loadCalendarHistory(db, verifier) };
  const journal = await verifyJournal(db, verifier, {
    reducers: {
      matter: makeMatterReducer(recount),
      service: serviceReducer,
      referral: referralReducer,
      "supervision-order": orderReducer,
      "return-call": callReducer,
      "reply-file": fileReducer,
      approval: approvalReducer,
    },
    persons: readPersons,
    onProgress: progress.lines,
  });
  const prefixes = new Map((await listUnits(db, jobActor(county))).map((unit) => [unit.id, unit.numberPrefix]));
  const ofMatters = await checkNumbers(db, verifier, (unit) => prefixes.get(unit));
  const ofOrders = (await checkOrderNumbers(db, verifier)).map(({ series, count, last }) => ({
    series,
    fault: "missing" as const,
    count: last - count,
    first: `${series}${String(last).padStart(6, "0")}`,
  }));
  const numbers = { ...ofMatters, findings: [...ofMatters.findings, ...ofOrders] };
  const attachments = await checkAttachments(db, verifier, files, progress.files);
  const sound = journal.faults + numbers.findings.length + attachments.findings.length === 0;
  return { sound, journal, numbers, attachments };
}
