import { describe, expect, it } from "vitest";
import { ReceiveMatter } from "../../contract.ts";
import { type Entry, emptyEntry, missingIn, receiptBody, worthKeeping } from "./entry.ts";

const ID = "01a0b0c0-0000-7000-8000-000000000001";
const PLACE = "01a0b0c0-0000-7000-8000-000000000002";
const whole: Entry = {
  ...emptyEntry("counter"),
  text: "示例：路灯坏了",
  place: { id: PLACE, words: "冢头镇 东街村" },
  kind: "complaint",
  category: "facilities.street-light",
  urgency: "ordinary",
};
const parsed = (entry: Entry) => ReceiveMatter.parse({ ...receiptBody(entry, ID), commandId: ID });

describe("what a clerk has entered", () => {
  it("is accepted at once only where everything was confirmed and the place is found", () => {
    expect(parsed(whole).confirmed).toBe(true);
    expect(parsed({ ...whole, urgency: null }).confirmed).toBe(false);
    expect(parsed({ ...whole, place: null, placeUnclear: true, placeWords: "村口" })).toMatchObject({
      confirmed: false,
      place: { words: "村口" },
    });
  });
  it("names what is missing in the order of the form", () => {
    expect(missingIn(emptyEntry("hotline"))).toEqual(["text", "where", "kind", "category", "urgency"]);
    expect(missingIn({ ...whole, place: null })).toEqual(["where"]);
    expect(missingIn(whole)).toEqual([]);
  });
  it("sends no name of someone who leaves none, even where one was typed before", () => {
    const body = parsed({ ...whole, who: "nobody", name: "示例甲", phone: "13800000000" });
    expect(body.reporter).toEqual({ wantsSecrecy: false, quiet: false });
  });
  it("says for whom it is entered, and whether they agree", () => {
    expect(parsed({ ...whole, who: "other", relation: "女儿", consent: true }).reporter.enteredFor).toEqual({
      relation: "女儿",
      consent: true,
    });
  });
  it("keeps what was typed, and nothing for an empty form", () => {
    expect(worthKeeping(emptyEntry("counter"))).toBe(false);
    expect(worthKeeping({ ...emptyEntry("counter"), name: "示例" })).toBe(true);
  });
});
