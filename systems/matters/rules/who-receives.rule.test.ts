import { describe, expect, test } from "vitest";
import { whoReceives } from "./who-receives.rule.ts";

const unit = (code: string, parentId: string | null) => ({ id: code, code, parentId });
const centre = unit("centre", null);
const town = unit("town", "centre");
const village = unit("village", "town");
const above = [centre, town, village, unit("other", "centre"), unit("discipline", null), unit("petitions", "centre")];
const units = new Map(above.map((one) => [one.id, one]));
const bodies = { reports: ["discipline"], retaliation: ["discipline", "petitions"], above: { zh: "市级", en: "the city" } };
const asked = (usual: ReturnType<typeof unit>, accused: string[], more: object = {}) =>
  whoReceives({ usual, sealed: true, retaliation: false, accused, passedOver: [], ...more }, units, bodies)?.code;

describe("who receives a matter that complains of somebody", () => {
  test("what is open stays where it came, also when its desk is complained of", () =>
    expect(asked(town, ["town"], { sealed: false })).toBe("town"));
  test("a sealed one about the town that came to the town goes up", () => expect(asked(town, ["town"])).toBe("centre"));
  test("from a village under the town complained of, past the town", () => expect(asked(village, ["town"])).toBe("centre"));
  test("one about somebody else stays", () => expect(asked(town, ["other"])).toBe("town"));
  test("about the county's own centre, to the body that the county names", () =>
    expect(asked(centre, ["centre"])).toBe("discipline"));
  test("about that body too: nobody is lawful", () => expect(asked(centre, ["centre", "discipline"])).toBeUndefined());
  test("retaliation never stays with the desk it came to, nor with who had the earlier matter", () => {
    expect(asked(centre, ["town"], { retaliation: true })).toBe("discipline");
    expect(asked(centre, ["town"], { retaliation: true, passedOver: ["discipline"] })).toBe("petitions");
    expect(asked(centre, ["centre"], { retaliation: true, passedOver: ["discipline"] })).toBeUndefined();
  });
});
