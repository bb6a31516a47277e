import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, residentActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { fixedClock, MINUTE } from "../../../foundation/time/index.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { officerOf, receive, unitId, ZHONGTOU } from "../../../tests/builders/matter.ts";
import { findBearer, indexReporters, readingsOf } from "../../residents/index.ts";
import { findLostCodes, renewLostCode } from "./lost-code.ts";

const clock = fixedClock("2026-03-02T01:20:00Z");
const county = aCounty({ clock });
const PHONE = "13800005678";
let clerk: Actor;
beforeAll(async () => {
  clerk = await officerOf(county, ZHONGTOU, ["matters.read", "matters.receive"], "counter");
});
const caught = () => indexReporters(county.db, county.services.sealer, county.code);
const find = (actor = clerk, phone = PHONE) => findLostCodes(county.services, actor, { phone, purpose: "receipt-lost" });

describe("信访工作条例 第十七条: whoever lost the code and stands at the counter", () => {
  test("gets numbers and states from any door of the county, a new code, and sees who looked", async () => {
    const mine = await receive(county, { name: "示例", phone: PHONE, township: "安良镇" });
    await receive(county, { name: "示例乙", phone: "13900001111" });
    await caught();
    const found = await find();
    expect(found).toEqual([{ number: mine.number, state: "received", ticket: expect.any(String) }]);
    const told = await renewLostCode(county.services, clerk, { commandId: newId(), ticket: found[0]!.ticket });
    expect(told).toMatchObject({
      number: mine.number,
      code: expect.stringMatching(/^\d{12}$/),
      pin: expect.stringMatching(/^\d{4}$/),
    });
    expect(await findBearer(county.db, county.code, county.services.sealer, told.code)).toMatchObject({ matterId: mine.id });
    expect(await findBearer(county.db, county.code, county.services.sealer, mine.code)).toBeUndefined();
    const seen = await withActor(county.db, residentActor(county.code, [mine.id]), (tx) => readingsOf(tx, mine.id));
    // by the hour: two matters looked up together are not tied by an instant
    expect(seen).toEqual([
      expect.objectContaining({ postId: clerk.post, what: "identity", at: new Date("2026-03-02T01:00:00Z"), unusual: false }),
    ]);
  });
  test("what is found is good for ten minutes and one post", async () => {
    const [one] = await find();
    const colleague = await officerOf(county, ZHONGTOU, ["matters.read", "matters.receive"], "second");
    const renew = (actor: Actor) => renewLostCode(county.services, actor, { commandId: newId(), ticket: one!.ticket });
    await expect(renew(colleague)).rejects.toMatchObject({ code: "matters.ticket-over" });
    clock.advance(10 * MINUTE);
    await expect(renew(clerk)).rejects.toMatchObject({ code: "matters.ticket-over" });
  });
});

describe("信访工作条例 第三十条: a look-up tells no officer of a sealed class", () => {
  test("neither numbers nor that there is one, to nobody; nor what complains of the clerk's own unit", async () => {
    const phone = "13700002222";
    await receive(county, { phone, kind: "report", complainedAbout: { unit: "water" } });
    await receive(county, { phone, secrecy: true });
    await receive(county, { phone, complainedAbout: { postId: clerk.post! } });
    await caught();
    expect(await find(clerk, phone)).toEqual([]);
    expect(await find({ ...clerk, units: [unitId(county, "water")], chain: [unitId(county, "water")] }, phone)).toEqual([]);
  });
});
