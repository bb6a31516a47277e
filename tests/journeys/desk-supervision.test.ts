import { expect, it } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();

it.each([
  ["zh-CN", 1440],
  ["en", 390],
] as const)("the supervision desk, the order and the settings are readable by everyone (%s, %i px)", async (language, width) => {
  const by = await desk.as("xian-fuze");
  const clerk = await desk.as("xian-shouli");
  const { id } = await desk.receive(clerk, "村口的路塌了一块，骑车要绕着走（示例）。");
  const units = (await by.send<{ units: { id: string; code: string }[] }>("GET", "/api/units")).units;
  const order = crypto.randomUUID();
  await by.send("POST", "/api/supervision/orders", {
    commandId: crypto.randomUUID(),
    id: order,
    direct: true,
    body: "centre",
    measure: "urge",
    unitId: units.find((unit) => unit.code === "city-management")!.id,
    matterIds: [id],
    subject: "道路塌陷（示例）",
    ground: "多次反映仍未办（示例）。",
    demand: "请尽快办理（示例）。",
  });
  for (const path of ["/desk/supervision", `/desk/supervision/${order}`, "/desk/supervision/settings"]) {
    const page = await desk.page("xian-fuze", { width, language, path });
    if (process.env.LINLI_PICTURES)
      await page.screenshot({ path: `${process.env.LINLI_PICTURES}/${width}-${path.length}.png`, fullPage: true });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  const paper = await desk.page("chengguan-banli", { width, language, path: `/desk/supervision/${order}` });
  expect(await paper.getByRole("button", { name: language === "en" ? "Answer" : "答复" }).count()).toBe(1);
});
