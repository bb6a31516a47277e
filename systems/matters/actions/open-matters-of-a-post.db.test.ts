import { expect, test } from "vitest";
import { newId } from "../../../foundation/ids.ts";
import { addDays, dayOf } from "../../../foundation/time/index.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { aMatter, clerkOf, unitId } from "../../../tests/builders/matter.ts";
import { appoint, createPerson, endHolding, listOfficers, newPassword, postIdOf } from "../../teams/index.ts";
import { findForAct } from "./act-on-matter.ts";
import { openMattersOfAPost } from "./open-matters-of-a-post.ts";

const county = aCounty();
const today = dayOf(new Date());
const housing = () => postIdOf(county.code, "housing.handle");

async function leave(signInName: string, openMatters?: Parameters<typeof endHolding>[2]["openMatters"]): Promise<void> {
  const admin = await county.actorOf("xian-guanli");
  const officer = (await listOfficers(county.db, admin)).find((one) => one.signInName === signInName);
  const holding = officer?.holdings.find((one) => one.postId === housing())?.id ?? "";
  await endHolding(county.db, admin, { holding, lastDay: today, openMatters }, openMattersOfAPost(county.services)(admin));
}

test("the last handler of a unit leaves only when it is said where its matters go; handed over, each is journalled to the new unit", async () => {
  const held = await aMatter(county, { text: "示例：桥头路面坑洼" }).accepted().dispatchedTo("housing").signed();
  const waiting = await aMatter(county, { text: "示例：小区门口积水" }).accepted().dispatchedTo("housing");
  const elsewhere = await aMatter(county, { text: "示例：路灯不亮" }).accepted().dispatchedTo("labour");
  await expect(leave("zhujian-banli")).rejects.toMatchObject({
    code: "teams.open-matters-need-a-holder",
    facts: { matters: 2 },
  });
  await expect(leave("zhujian-banli", { stay: true })).rejects.toMatchObject({ code: "teams.nobody-would-hold-the-post" });
  await leave("zhujian-banli", { handTo: postIdOf(county.code, "city-management.handle") });
  const reader = await clerkOf(county);
  for (const { id } of [held, waiting]) {
    const { matter } = await findForAct(county.services, reader, id);
    expect([matter.lead_unit, matter.state]).toEqual([unitId(county, "city-management"), "dispatched"]);
  }
  const other = await findForAct(county.services, reader, elsewhere.id);
  expect([other.matter.lead_unit, other.matter.version]).toEqual([unitId(county, "labour"), elsewhere.version]);
});

test("where somebody else of the unit still handles, nothing is asked: the unit goes on", async () => {
  const admin = await county.actorOf("xian-guanli");
  const [first, second] = [newId(), newId()];
  for (const [id, signInName] of [
    [first, "shili-jia"],
    [second, "shili-yi"],
  ] as const)
    await createPerson(county.db, admin, { id, signInName, displayName: "虚构", password: newPassword() });
  await appoint(county.db, admin, { person: first, post: housing(), from: addDays(today, -3) });
  await appoint(county.db, admin, { person: second, post: postIdOf(county.code, "housing.lead"), from: addDays(today, -3) });
  const stays = await aMatter(county, { text: "示例：楼道照明坏了" }).accepted().dispatchedTo("housing").signed();
  await leave("shili-jia");
  const { matter } = await findForAct(county.services, await clerkOf(county), stays.id);
  expect([matter.lead_unit, matter.version]).toEqual([unitId(county, "housing"), stays.version]);
});
