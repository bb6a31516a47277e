import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cutOut, rangeOf } from "./range.ts";

it.each([
  [undefined, undefined],
  ["bytes=0-9", { from: 0, to: 9 }],
  ["bytes=90-", { from: 90, to: 99 }],
  ["bytes=-5", { from: 95, to: 99 }],
  ["bytes=-500", { from: 0, to: 99 }],
  ["bytes=50-900", { from: 50, to: 99 }],
  ["bytes=100-", "outside"],
  ["bytes=-0", "outside"],
  ["bytes=9-3", undefined],
  ["bytes=0-1,5-6", undefined],
  ["lines=0-1", undefined],
  ["bytes=-", undefined],
] as const)("%s of 100 bytes is %j", (header, range) => expect(rangeOf(header, 100)).toEqual(range));

it("what is let through is the range, however the file comes in pieces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.nat(299),
      fc.nat(299),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, a, b, piece) => {
        const [from, to] = [Math.min(a, b, bytes.length - 1), Math.min(Math.max(a, b), bytes.length - 1)];
        const whole = Buffer.from(bytes);
        const pieces = Array.from({ length: Math.ceil(whole.length / piece) }, (_, at) =>
          whole.subarray(at * piece, (at + 1) * piece),
        );
        const cut = await buffer(Readable.from(pieces).pipe(cutOut({ from, to })));
        expect(cut).toEqual(whole.subarray(from, to + 1));
      },
    ),
    { numRuns: 200 },
  );
});
