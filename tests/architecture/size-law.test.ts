import { describe, expect, it } from "vitest";
import { sameNames, tooFull, tooLong } from "../../scripts/check/size-law.ts";

describe("sizes and names", () => {
  it("stops a source file of 351 lines, and no table", () => {
    const lines = () => 351;
    expect(tooLong(["systems/x/actions/a.ts", "counties/x/words.table.ts"], lines)).toHaveLength(1);
    expect(tooLong(["systems/x/actions/a.ts"], () => 350)).toEqual([]);
  });
  it("hints at a folder of sixteen", () => {
    const files = Array.from({ length: 16 }, (_, number) => `systems/x/actions/act-${number}.ts`);
    expect(tooFull(files)).toHaveLength(1);
    expect(tooFull(files.slice(1))).toEqual([]);
  });
  it("stops one name for two files of a system, doors apart", () => {
    expect(sameNames(["systems/x/rules/facts.ts", "systems/x/store/facts.ts"])).toHaveLength(1);
    expect(sameNames(["systems/x/index.ts", "systems/x/actions/index.ts", "systems/y/rules/facts.ts"])).toEqual([]);
  });
});
