import type { z } from "zod";
import type { TimelineEntry } from "../../contract.ts";
import type { Books } from "../../store/books.ts";

export interface LineRow {
  readonly id: string;
  readonly act: string;
  readonly at: Date;
  readonly device_at: Date | null;
  readonly version: number;
  readonly text_group: string;
  /** Pseudonyms of who acted; null where erased. */
  readonly persons: string | null;
  readonly erased: boolean;
}

export interface Content {
  readonly text?: string;
  readonly reply?: string;
  readonly files?: readonly string[];
  readonly changes?: readonly { field: string; from: unknown; to: unknown }[];
  readonly [other: string]: unknown;
}

type File = z.output<typeof TimelineEntry>["files"][number];
/** What is known of the matter when its lines are put into words. */
export interface Known {
  readonly books: Books;
  readonly locale: "zh-CN" | "en";
  readonly posts: ReadonlyMap<string, { name: string; unit: string }>;
  readonly handles: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, File>;
}

/** What a line says beside its facts. */
export const contentOf = (line: LineRow): Content =>
  ((JSON.parse(line.text_group) as { content: Content | null }).content ?? {}) as Content;
