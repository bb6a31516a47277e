import { beforeAll, expect, test } from "vitest";
import { type Caller, deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
interface Page {
  id: string;
  version: number;
  may: string[];
  assignments: { role: string; unit: { name: string }; arrived: { words: string; inTime: boolean } | null }[];
  timeline: { act: string; text: string | null }[];
}
let paidan: Caller;
let township: Caller;
let unit: string;

beforeAll(async () => {
  paidan = await desk.as("xian-paidan");
  township = await desk.as("zhongtou-banli");
  const me = await township.send<{ posts: { unit: { id: string } }[] }>("GET", "/api/me");
  unit = me.posts[0]?.unit.id ?? "";
}, 120_000);

/** A matter that the township of 冢头镇 has in hand. */
async function inHand(text: string): Promise<string> {
  const matter = await desk.receive(paidan, text);
  const proposed = await paidan.send<{ proposals: { place: { place?: { id: string } } } }>("GET", `/api/matters/${matter.id}`);
  const accepted = await desk.act(paidan, matter.id, matter.version, {
    act: "accept",
    kind: "complaint",
    categoryCode: "city.rubbish",
    urgency: "ordinary",
    place: { placeId: proposed.proposals.place.place?.id },
  });
  const sent = await desk.act(paidan, matter.id, accepted.version, { act: "dispatch", leadUnit: unit });
  await desk.act(township, matter.id, sent.version, { act: "sign" });
  return matter.id;
}

test("a township calls a department among departments alone; the department reports in first, and how soon it came is kept", async () => {
  const id = await inHand("冢头镇东街村废品堆挨着住房，怕起火。");
  const page = await desk.page("zhongtou-banli", { path: `/desk/matters/${id}?do=call-department` });
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("叫哪些部门").click();
  await page.keyboard.type("龙山街道");
  await page.locator(".ant-select-item-empty:visible").waitFor();
  for (let left = 4; left > 0; left--) await page.keyboard.press("Backspace");
  await page.keyboard.type("住房");
  await page.locator(".ant-select-item-option:visible", { hasText: "住" }).first().click();
  await dialog.getByLabel("理由").fill("请到现场一起看（示例）。");
  expect(await violations(page), "call").toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page
    .getByText(/：办好了/)
    .first()
    .waitFor();

  const housing = await desk.page("zhujian-banli", { path: `/desk/matters/${id}` });
  const first = housing.locator(".act-bar button").first();
  expect(await first.textContent()).toContain("报到");
  await first.click();
  await housing.getByRole("dialog").getByLabel(/说明/).fill("已到现场（示例）。");
  await housing.keyboard.press("Control+Enter");
  await housing.getByText("报到：办好了").waitFor();
  await housing
    .getByText(/用时 \d+ 分钟，按时报到/)
    .first()
    .waitFor();
  const seen = await paidan.send<Page>("GET", `/api/matters/${id}`);
  expect(seen.assignments.find((one) => one.role === "called")?.arrived?.inTime).toBe(true);
  expect(seen.timeline.find((one) => one.act === "report-in")?.text).toMatch(/按时报到/);
  for (const width of [1440, 390]) {
    await housing.setViewportSize({ width, height: 900 });
    expect(await violations(housing), `called at ${width}`).toEqual([]);
    expect(await housing.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    if (process.env.LINLI_PICTURES)
      await housing.screenshot({ path: `${process.env.LINLI_PICTURES}/called-${width}.png`, fullPage: true });
  }
}, 120_000);
