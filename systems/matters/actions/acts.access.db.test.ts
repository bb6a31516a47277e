import { describe, expect, test } from "vitest";
import { aCounty } from "../../../tests/builders/county.ts";
import { act, aMatter, officerOf, verifierOf } from "../../../tests/builders/matter.ts";
import { MATTER_ACTS } from "../rules/lifecycle.ts";
import { findForAct } from "./act-on-matter.ts";
import { CASES, PEOPLE } from "./acts.fixture.ts";

const county = aCounty();
const rowOf = async (id: string) => (await findForAct(county.services, county.job, id)).matter;

test("every act that a person can do is tried by everyone", () => {
  expect(CASES.map((one) => one.act).sort()).toEqual(
    MATTER_ACTS.filter((name) => !["receive", "take-in", "recompute-due"].includes(name)).sort(),
  );
  expect(Object.keys(PEOPLE)).toHaveLength(13);
});

describe.each(CASES)("$act", ({ act: name, from, fields = {}, to, may, row = {} }) => {
  test(`may: ${may.join(", ")}`, async () => {
    for (const who of may) {
      const on = await from(county);
      const given = typeof fields === "function" ? await fields(county) : fields;
      const before = await rowOf(on.id);
      const done = await act(county, await PEOPLE[who]!(county, on), on, name, given as never);
      expect(done.state, who).toBe(to);
      const after = await rowOf(on.id);
      expect(after).toMatchObject({
        ...row,
        state: to,
        version: before.version + 1,
        number: before.number,
        received_at: before.received_at,
      });
    }
  });
  test("nobody else may, and nothing changes when they try", async () => {
    const on = await from(county);
    const given = typeof fields === "function" ? await fields(county) : fields;
    const before = await rowOf(on.id);
    for (const [who, actor] of Object.entries(PEOPLE)) {
      if (may.includes(who)) continue;
      const tried = await act(county, await actor(county, on), on, name, given as never).then(
        () => "done",
        (error: { status?: number }) => error.status,
      );
      expect([403, 404], `${name} by ${who}: ${tried}`).toContain(tried);
    }
    expect(await rowOf(on.id)).toEqual(before);
  });
});

test("whoever answered does not verify it, even with every right; a colleague may", async () => {
  const rights = ["matters.read", "matters.handle", "matters.verify"];
  const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
  const both = await officerOf(county, "housing", rights);
  const answered = await act(county, both, on, "answer", { reply: "办好了（示例）。", outcome: "solved" });
  await expect(act(county, both, answered, "close", {})).rejects.toMatchObject({ code: "access.not-yours" });
  expect((await act(county, await officerOf(county, "housing", rights, "colleague"), answered, "close", {})).state).toBe(
    "closed",
  );
});

test("the state decides too: what the table does not allow is refused to those who may otherwise", async () => {
  const closed = await aMatter(county).accepted().dispatchedTo("housing").signed().answered().closed();
  await expect(act(county, await verifierOf(county), closed, "close", {})).rejects.toMatchObject({
    code: "matters.not-from-this-state",
  });
});
