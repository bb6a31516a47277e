export type { Dossier, DossierEntry, Scan } from "./rules/dossier.ts";
export type { Official, OfficialBlock, OfficialNumber } from "./rules/official.ts";
export {
  type Block,
  type Column,
  type Field,
  missingIn,
  type Paper,
  type SignaturePlace,
  type Told,
  told,
} from "./rules/paper.ts";
export { docxOf } from "./write/docx.ts";
export { officialDocx } from "./write/official-docx.ts";
export { makePdfPress, type Pdf, type PdfPress } from "./write/pdf.ts";
