import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../../foundation/db/actor.ts";
import { jobActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { testDatabase } from "../../../tests/database.ts";
import type { CatalogueItem } from "../rules/dispatch-shapes.ts";
import { linesOf, versionIn, versionsIn } from "../store/versions.ts";
import { approveVersion, draftVersion, proposeVersion, setVersionAside } from "./keep-versions.ts";
import { proposeAmendment } from "./propose-amendment.ts";
import { seedDispatch } from "./seed-dispatch.ts";

const { db } = testDatabase();
const COUNTY = 990113;
const name = { zh: "示例", en: "example" };
const item: CatalogueItem = {
  code: "1",
  name,
  category: "water",
  level: "county",
  lead: "unit:works",
  supports: [],
  basis: "示例",
};
const actor = (): Actor => ({ ...jobActor(COUNTY), post: newId() });
const [rules, head] = [actor(), actor()];
const unit = (code: string) => ({ code, name: code, shortName: code, parent: null, level: "county" as const });
const services = {
  db,
  clock: { now: () => new Date("2026-11-02T02:00:00Z") },
  register: async () => ({ categories: [{ code: "water", name }], units: [unit("works"), unit("roads")] }),
};
const draft = (lead: string) =>
  draftVersion(services, rules, { book: "catalogue", lines: [{ ...item, lead }], note: "", source: "desk" });
const versions = () => withActor(db, head, (tx) => versionsIn(tx, COUNTY, "catalogue"));
const amend = (change: Partial<CatalogueItem>) =>
  withActor(db, rules, (tx) => proposeAmendment(tx, rules, { item: "water", change, because: "裁决（示例）" }));

beforeAll(() =>
  withActor(db, rules, (tx) =>
    seedDispatch(tx, COUNTY, { rules: { version: 1, rules: [] }, catalogue: { version: 1, entries: [item] } }, "示例"),
  ),
);

describe("a new version of the catalogue", () => {
  it("is on only after another post approved it, and the one before it is past", async () => {
    const version = await draft("unit:roads");
    await expect(approveVersion(services, head, "catalogue", version)).rejects.toMatchObject({
      code: "dispatch.version-not-open",
    });
    await proposeVersion(services, rules, "catalogue", version);
    await expect(approveVersion(services, rules, "catalogue", version)).rejects.toMatchObject({
      code: "dispatch.approved-by-another-post",
    });
    await approveVersion(services, head, "catalogue", version);
    const on = (await versions()).filter(({ state }) => state === "on");
    expect(on.map((row) => [row.version, linesOf(row)[0]])).toEqual([[version, { ...item, lead: "unit:roads" }]]);
  });
  it("is not proposed with faults in it", async () => {
    const version = await draft("unit:nobody");
    await expect(proposeVersion(services, rules, "catalogue", version)).rejects.toMatchObject({
      code: "dispatch.version-has-faults",
    });
    await setVersionAside(services, rules, "catalogue", version, "作废");
    expect((await versions())[0]).toMatchObject({ state: "past", note: "作废" });
  });
  it("made by a ruling waits for approval; one that rests on an older version is begun anew", async () => {
    const [first, second] = [await amend({ lead: "unit:works" }), await amend({ note: "改备注" })];
    const row = await withActor(db, head, (tx) => versionIn(tx, COUNTY, "catalogue", first));
    expect(row).toMatchObject({ state: "proposed", source: "ruling", note: "裁决（示例）" });
    expect(linesOf(row)[0]).toMatchObject({ lead: "unit:works" });
    await approveVersion(services, head, "catalogue", first);
    await expect(approveVersion(services, head, "catalogue", second)).rejects.toMatchObject({
      code: "dispatch.another-version-came-on",
    });
    await expect(amend({ lead: "unit:works" })).rejects.toMatchObject({ code: "dispatch.amends-nothing" });
  });
});
