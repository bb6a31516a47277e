import type { Paper } from "./paper.ts";

/** What was scanned or photographed and is bound into a file: the bytes that were stored, never a new picture of them. */
export interface Scan {
  readonly name: string;
  readonly type: "application/pdf" | "image/jpeg" | "image/png";
  readonly bytes: Uint8Array;
  /** Pages of a PDF; 1 for a picture. */
  readonly pages: number;
}

/** 卷宗: cover, contents with page numbers, the papers in their order, back. */
export interface Dossier {
  readonly cover: Paper;
  readonly entries: readonly DossierEntry[];
  readonly back?: Paper;
}

export type DossierEntry =
  | { readonly title: string; readonly note?: string; readonly paper: Paper }
  | { readonly title: string; readonly note?: string; readonly scans: readonly Scan[] };
