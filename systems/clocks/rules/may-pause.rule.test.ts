import { describe, expect, it } from "vitest";
import { Refusal } from "../../../foundation/refusal.ts";
import { Term } from "../contract.ts";
import { mayExtend } from "./may-extend.rule.ts";
import { mayPause } from "./may-pause.rule.ts";

const term = (more: object) =>
  Term.parse({ term: "t", version: 1, name: "办结", length: 60, unit: "natural days", basis: "第34条", ...more });
const refusalOf = (work: () => void): Refusal | undefined => {
  try {
    work();
  } catch (reason) {
    if (reason instanceof Refusal) return reason;
    throw reason;
  }
  return undefined;
};

describe("a clock stands still only where its term names the ground", () => {
  const hearing = { ground: "hearing", name: "听证", basis: "第36条" };
  it("the ground named", () => expect(refusalOf(() => mayPause(term({ pauses: [hearing] }), "hearing"))).toBeUndefined());
  it("another ground", () =>
    expect(refusalOf(() => mayPause(term({ pauses: [hearing] }), "waiting"))).toMatchObject({
      code: "clocks.ground-does-not-pause",
      article: "第36条",
      facts: { grounds: "听证" },
    }));
  it("a term without any", () =>
    expect(refusalOf(() => mayPause(term({}), "hearing"))).toMatchObject({
      code: "clocks.no-pause-for-this-term",
      article: "第34条",
      status: 422,
    }));
});

describe("a term is lengthened only as its extension says", () => {
  const once = term({
    extension: { times: "once", most: 30, approver: "本机关负责人", residentTold: true, basis: "第34条二款" },
  });
  const code = (of: Term, already: { by: number }[], by: number) => refusalOf(() => mayExtend(of, already, by))?.code;
  it("once, up to the most", () => {
    expect(code(once, [], 30)).toBeUndefined();
    expect(code(once, [], 31)).toBe("clocks.extension-too-long");
    expect(code(once, [{ by: 1 }], 1)).toBe("clocks.extended-already");
  });
  it("more than once, the sum up to the most", () => {
    const often = term({ extension: { ...once.extension, times: "as the law allows" } });
    expect(code(often, [{ by: 10 }, { by: 10 }], 10)).toBeUndefined();
    expect(refusalOf(() => mayExtend(often, [{ by: 10 }, { by: 15 }], 6))).toMatchObject({
      code: "clocks.extension-too-long",
      facts: { left: 5, most: 30 },
      article: "第34条二款",
    });
  });
  it("without a number in the law, as long as agreed", () =>
    expect(
      code(term({ extension: { ...once.extension, times: "as the law allows", most: null } }), [{ by: 90 }], 400),
    ).toBeUndefined());
  it("not by nothing, by parts, or backwards", () => {
    for (const by of [0, -3, 1.5, Number.NaN]) expect(code(once, [], by)).toBe("clocks.extension-is-no-length");
  });
  it("a term without extension, whatever is asked", () =>
    expect(code(term({}), [], 1)).toBe("clocks.no-extension-for-this-term"));
});
