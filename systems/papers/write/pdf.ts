import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "../../../foundation/root.ts";
import type { Dossier } from "../rules/dossier.ts";
import { numbered, type Official, officialDay, officialNumber } from "../rules/official.ts";
import { CHARACTER_SPACING, LINE_PITCH, OFFICIAL } from "../rules/official-layout.ts";
import type { Paper } from "../rules/paper.ts";

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Makes papers as PDF in a thread of its own. */
export interface PdfPress {
  paper(paper: Paper): Promise<Pdf>;
  /** A whole 卷宗: cover, contents with page numbers, papers and scans numbered through. */
  dossier(dossier: Dossier): Promise<Pdf>;
  /** 公文 by GB/T 9704-2012. */
  official(official: Official): Promise<Pdf>;
  close(): Promise<void>;
}

interface Job {
  readonly main: string;
  readonly paper: string;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}
type Answer = { readonly id: number; readonly fault?: string; readonly bytes?: Uint8Array; readonly pages?: number };

const WORKSPACE = join(root, "systems/papers/write/typst");
const CARRIED = ["400Regular", "700Bold"].map((weight) => join(root, "node_modules/@expo-google-fonts/noto-serif-sc", weight));

/**
 * A press with the fonts that the product carries and the county's own (`fonts`: a folder of TTF or OTF files, taken where it exists).
 * The thread starts with the first paper. A paper that cannot be set rejects with Typst's own words: a fault of a form, never of a user.
 */
export function makePdfPress({ fonts }: { fonts?: string } = {}): PdfPress {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, { done: (pdf: Pdf) => void; failed: (fault: Error) => void }>();
  const start = () => {
    const made = new Worker(join(root, "systems/papers/write/typst-worker.mjs"), {
      workerData: { workspace: WORKSPACE, fonts: [...CARRIED, ...(fonts && existsSync(fonts) ? [fonts] : [])] },
    });
    made.unref();
    made.on("message", ({ id, fault, bytes, pages }: Answer) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) made.unref();
      if (bytes && pages) one?.done({ bytes, pages });
      else one?.failed(new Error(`the paper could not be set: ${fault}`));
    });
    const gone = (fault: Error) => {
      if (worker === made) worker = undefined;
      for (const one of waiting.values()) one.failed(fault);
      waiting.clear();
    };
    made.on("error", gone);
    made.on("exit", (code) => code !== 0 && gone(new Error(`the press stopped with ${code}`)));
    return made;
  };
  const print = (job: Job) =>
    new Promise<Pdf>((done, failed) => {
      worker ??= start();
      last += 1;
      waiting.set(last, { done, failed });
      worker.ref();
      worker.postMessage({ id: last, ...job });
    });
  return {
    paper: (paper) => print({ main: "one.typ", paper: JSON.stringify(paper), files: [] }),
    dossier: (dossier) => print(dossierJob(dossier)),
    official: (official) => print(officialJob(official)),
    async close() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}

const ENDINGS = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" } as const;

function dossierJob({ cover, entries, back }: Dossier): Job {
  const files: { path: string; bytes: Uint8Array }[] = [];
  const told = entries.map((entry) => {
    if ("paper" in entry) return entry;
    const pictures = entry.scans.flatMap((scan) => {
      const path = `scan-${files.length}.${ENDINGS[scan.type]}`;
      files.push({ path, bytes: scan.bytes });
      return Array.from({ length: scan.pages }, (_, page) => ({ path, page: page + 1 }));
    });
    return { title: entry.title, ...(entry.note && { note: entry.note }), pictures };
  });
  return { main: "dossier.typ", paper: JSON.stringify({ cover, entries: told, ...(back && { back }) }), files };
}

function officialJob(official: Official): Job {
  const { colophon, ...rest } = official;
  const paper = {
    ...rest,
    number: officialNumber(official.number),
    day: officialDay(official.day),
    body: numbered(official.body),
    attachments: official.attachments ?? [],
    ...(colophon && { colophon: { ...colophon, printedOn: officialDay(colophon.printedOn) } }),
    layout: { ...OFFICIAL, pitch: LINE_PITCH, tracking: CHARACTER_SPACING },
  };
  return { main: "official.typ", paper: JSON.stringify(paper), files: [] };
}
