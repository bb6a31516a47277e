import { expect, test } from "vitest";
import { narrowing, readQueueSearch, viewUrl } from "./queue-search.ts";

test("what the contract does not know is left out of the address, the rest stays as it was written", () => {
  const search = readQueueSearch({
    queue: "overdue",
    kind: ["dispute", "hazard"],
    urgency: "danger",
    unit: "not-an-id",
    similar: "true",
    colour: "red",
    sort: "newest",
  });
  expect(search).toEqual({ queue: "overdue", kind: ["dispute", "hazard"], urgency: "danger", similar: "true", sort: "newest" });
  expect(narrowing(search)).toEqual(["kind", "urgency", "similar"]);
});

test("no queue named means all; a saved view forgets the page", () => {
  expect(readQueueSearch({})).toEqual({ queue: "all" });
  expect(viewUrl({ queue: "soon", kind: ["help", "report"], cursor: "abc" })).toBe(
    "/desk/matters?queue=soon&kind=help&kind=report",
  );
});
