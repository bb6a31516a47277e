import { Transform } from "node:stream";

/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * One range of a `Range` header (RFC 9110 §14): undefined where the whole is sent (no header, several ranges, another unit), "outside" where
 * nothing of it is in the file.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | "outside" | undefined {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "") return Number(last) === 0 ? "outside" : { from: Math.max(0, size - Number(last)), to: size - 1 };
  const to = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < Number(first)) return undefined;
  return Number(first) >= size ? "outside" : { from: Number(first), to };
}

/** Lets through the bytes of the range and ends there. */
export function cutOut({ from, to }: ByteRange): Transform {
  let at = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const start = Math.max(0, from - at);
      const end = Math.min(chunk.length, to + 1 - at);
      at += chunk.length;
      done(null, end > start ? chunk.subarray(start, end) : undefined);
    },
  });
}
