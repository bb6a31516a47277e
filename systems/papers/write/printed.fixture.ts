import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "linli-paper-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text of a PDF, page by page, as poppler reads it: as it lies on the page, or in the order of writing. */
export const pagesOf = (pdf: Uint8Array, order: "layout" | "raw" = "layout"): string[] =>
  inFolder((folder) => {
    writeFileSync(join(folder, "paper.pdf"), pdf);
    const text = execFileSync("pdftotext", [`-${order}`, join(folder, "paper.pdf"), "-"], { encoding: "utf8" });
    return text.split("\f").slice(0, -1);
  });

/** What qpdf says against the file; empty where it says nothing. */
export const complaintsOf = (pdf: Uint8Array): string =>
  inFolder((folder) => {
    writeFileSync(join(folder, "paper.pdf"), pdf);
    const { status, stdout, stderr } = spawnSync("qpdf", ["--check", join(folder, "paper.pdf")], { encoding: "utf8" });
    return status === 0 ? "" : stdout + stderr;
  });

/** A Word document opened by LibreOffice and printed as PDF. */
export const openedInLibreOffice = (docx: Uint8Array): Uint8Array =>
  inFolder((folder) => {
    writeFileSync(join(folder, "paper.docx"), docx);
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        join(folder, "paper.docx"),
      ],
      { stdio: "ignore", timeout: 90_000 },
    );
    return readFileSync(join(folder, "paper.pdf"));
  });

/** Without the spaces that a layout puts between characters. */
export const packed = (text: string): string => text.replaceAll(/\s+/g, "");
