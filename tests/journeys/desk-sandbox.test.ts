import { expect, test } from "vitest";
import { type Caller, deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest({ jobs: true });
const picture = (name: string) => (process.env.LINLI_PICTURES ? { path: `${process.env.LINLI_PICTURES}/${name}.png` } : {});

interface Seen {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
}
const read = (by: Caller, id: string) => by.send<Seen>("GET", `/api/matters/${id}`);

async function fiveMattersOfLamps(by: Caller): Promise<Seen[]> {
  const { places } = await by.send<{ places: { id: string }[] }>("GET", `/api/places?q=${encodeURIComponent("冢头镇")}`);
  const made: Seen[] = [];
  for (let n = 0; n < 5; n += 1) {
    const { id, version } = await desk.receive(by, `村口第${n}盏路灯不亮（示例）。`);
    await desk.act(by, id, version, {
      act: "accept",
      kind: "help",
      categoryCode: "facilities.street-lamp",
      urgency: "ordinary",
      place: { placeId: places[0]!.id },
    });
    made.push(await read(by, id));
  }
  return made;
}

async function draftThatSendsLampsToWater(keeper: Caller): Promise<void> {
  const { on } = await keeper.send<{ on: { rules: { id: string }[] } }>("GET", "/api/dispatch-rules");
  const lamps = {
    id: "lamps",
    name: "路灯归水利（示例）",
    when: { words: ["路灯"] },
    then: { unit: "unit:water", supports: [] },
  };
  await keeper.send("POST", "/api/dispatch-rules/draft", {
    commandId: crypto.randomUUID(),
    rules: [{ ...on.rules[0], ...lamps }, ...on.rules],
  });
}

test("one changed rule is tried on past matters by keyboard; what it moves can be opened, and nothing is changed by it", async () => {
  const clerk = await desk.as("xian-shouli");
  const matters = await fiveMattersOfLamps(clerk);
  await draftThatSendsLampsToWater(await desk.as("xian-guize"));
  const page = await desk.page("xian-guize", { path: "/desk/sandbox" });
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ ...picture("sandbox-1440"), fullPage: true });

  await page.locator("#sandbox-from").focus();
  for (let n = 0; n < 30 && !(await page.evaluate(() => document.activeElement?.textContent === "开始重放")); n += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("重放的事项").waitFor();
  const figure = (words: string) => page.locator(".sandbox-figures > div", { hasText: words }).locator("dd").innerText();
  expect(await figure("重放的事项")).toBe("5");
  expect(await figure("主办会变的")).toBe("5");
  expect(await page.getByRole("row", { name: /路灯归水利（示例）/ }).count()).toBe(5);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ ...picture("run-1440"), fullPage: true });

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ ...picture("run-390"), fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });

  for (const one of matters) expect(await read(clerk, one.id)).toMatchObject({ version: one.version, state: "accepted" });
  await page.getByRole("link", { name: "去派单规则启用" }).press("Enter");
  await page.waitForURL(/\/desk\/rules/);
  await page.goBack();
  await page.getByRole("link", { name: matters[0]!.number }).press("Enter");
  await page.waitForURL(new RegExp(`/desk/matters/${matters[0]!.id}`));
  await page.getByText("村口第0盏路灯不亮").first().waitFor();
});

test("in English at 390 pixels, with a faulty length told in a sentence", async () => {
  const page = await desk.page("xian-guize", { width: 390, language: "en", path: "/desk/sandbox" });
  await page.locator("#sandbox-term").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("#sandbox-length").fill("0");
  await page.getByRole("button", { name: "Start the replay" }).press("Enter");
  await page.locator("#sandbox-length-error").waitFor();
  expect(await page.locator("#sandbox-length-error").innerText()).toMatch(/whole number from 1 to 366/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ ...picture("sandbox-390-en"), fullPage: true });
});
