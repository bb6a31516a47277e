import { describe, expect, it } from "vitest";
import { filtersOf, percent, type Row, sortRows, steps } from "./shape.ts";

const figure = (value: number, before: number | null = 0) => ({ name: "x", value, before, url: "", definition: "" });
const row = (name: string, received: number, n: number, share: number): Row => ({
  place: { id: name, name, code: name },
  received: figure(received, 5),
  closed: figure(n),
  open: figure(0),
  overdue: figure(0),
  onTime: { ...figure(share), n, low: null, high: null, comparable: n >= 10 },
});

describe("the board's table", () => {
  const rows = [row("a", 4, 12, 0.5), row("b", 9, 4, 1), row("c", 6, 30, 0.9)];
  it("is put in order by any column, either way", () => {
    expect(sortRows(rows, "received", true).map((one) => one.place.name)).toEqual(["b", "c", "a"]);
    expect(sortRows(rows, "change", false).map((one) => one.place.name)).toEqual(["a", "c", "b"]);
  });
  it("never puts a share of fewer than ten first, whichever way", () => {
    expect(sortRows(rows, "onTime", true).map((one) => one.place.name)).toEqual(["c", "a", "b"]);
    expect(sortRows(rows, "onTime", false).map((one) => one.place.name)).toEqual(["a", "c", "b"]);
  });
});

describe("figures", () => {
  it("open the queue by the filters in their address, repeated ones kept", () => {
    expect(filtersOf("/desk/matters?queue=all&state=received&state=accepted&receivedFrom=2026-11-22T16%3A00%3A00.000Z")).toEqual({
      queue: "all",
      state: ["received", "accepted"],
      receivedFrom: "2026-11-22T16:00:00.000Z",
    });
  });
  it("are shown with one decimal, and an axis reaches the largest of them", () => {
    expect(percent(5 / 7)).toBe("71.4%");
    expect(steps(95)).toEqual([0, 25, 50, 75, 100]);
    expect(steps(0)).toEqual([0, 1, 2, 3, 4]);
    expect(steps(312).at(-1)).toBeGreaterThanOrEqual(312);
  });
});
