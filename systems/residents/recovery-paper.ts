import { createHash } from "node:crypto";

/** One office's part of the recovery key. */
export interface Share {
  /** Four hex digits: the set that the papers belong to. */
  readonly set: string;
  /** Which paper of the set, from 1. */
  readonly number: number;
  /** 33 bytes. */
  readonly bytes: Uint8Array;
}

/** What is wrong with what was typed from a paper. */
export interface PaperFault {
  readonly wrong: "no-head" | "mistyped" | "missing";
  /** Line of the paper, from 1. */
  readonly block?: number;
}

const SIZE = 33;
const EACH = 3;
const BLOCKS = SIZE / EACH;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex").toUpperCase();

/** Two hex digits that also know set, paper and line: a line of another paper, or two lines swapped, do not fit. */
const check = (set: string, number: number, block: number, digits: string) =>
  createHash("sha256").update(`linli paper|${set}|${number}|${block}|${digits}`).digest("hex").slice(0, 2).toUpperCase();

/** The lines of a share as they are printed: `LINLI A1B2 1`, then `01  3FA9C2  7B` to `11  …`. */
export function printShare({ set, number, bytes }: Share): string[] {
  if (bytes.length !== SIZE) throw new RangeError(`a share has ${SIZE} bytes`);
  const blocks = Array.from({ length: BLOCKS }, (_, at) => {
    const digits = hex(bytes.subarray(at * EACH, (at + 1) * EACH));
    return `${String(at + 1).padStart(2, "0")}  ${digits}  ${check(set, number, at + 1, digits)}`;
  });
  return [`LINLI ${set} ${number}`, ...blocks];
}

const HEAD = /^LINLI([0-9A-F]{4})(\d{1,2})$/;
const plain = (line: string) =>
  line
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-·:：]/g, "");

/**
 * Reads typed lines of one paper, in any order, with any spaces, full-width or small letters. O and I are taken for 0 and 1, which no paper
 * prints otherwise. Says which line is mistyped or missing.
 */
export function readShare(lines: readonly string[]): Share | PaperFault {
  const typed = lines.map(plain).filter(Boolean);
  const head = typed.map((line) => HEAD.exec(line)).find(Boolean);
  if (!head) return { wrong: "no-head" };
  const [set, number] = [head[1]!, Number(head[2])];
  const found = new Map<number, string>();
  for (const line of typed) {
    if (HEAD.test(line)) continue;
    const block = /^(\d{2})(.*)$/.exec(line);
    const at = Number(block?.[1]);
    if (!block || at < 1 || at > BLOCKS) continue;
    const text = block[2]!.replaceAll("O", "0").replaceAll("I", "1").replaceAll("L", "1");
    if (!/^[0-9A-F]{8}$/.test(text) || check(set, number, at, text.slice(0, 6)) !== text.slice(6))
      return { wrong: "mistyped", block: at };
    found.set(at, text.slice(0, 6));
  }
  for (let at = 1; at <= BLOCKS; at++) if (!found.has(at)) return { wrong: "missing", block: at };
  const digits = Array.from({ length: BLOCKS }, (_, at) => found.get(at + 1)!).join("");
  return { set, number, bytes: new Uint8Array(Buffer.from(digits, "hex")) };
}

/** Typed text with any number of papers in it, each beginning with its head line. */
export function splitPapers(text: string): string[][] {
  const papers: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (HEAD.test(plain(line))) papers.push([]);
    papers.at(-1)?.push(line);
  }
  return papers;
}
