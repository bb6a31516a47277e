import { expect, test } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();

test.each([
  ["zh-CN", 1440, "指定经办"],
  ["en", 390, "Give to a post"],
] as const)("a unit gives a matter to one of its posts on the matter's page (%s, %i px)", async (language, width, act) => {
  const clerk = await desk.as("xian-paidan");
  const { places } = await clerk.send<{ places: { id: string }[] }>("GET", `/api/places?q=${encodeURIComponent("冢头镇")}`);
  const { units } = await clerk.send<{ units: { id: string; code: string }[] }>("GET", "/api/units");
  const { id, version } = await desk.receive(clerk, "院墙裂了一道缝（示例）。");
  const accepted = await desk.act(clerk, id, version, {
    act: "accept",
    kind: "help",
    categoryCode: "facilities.street-lamp",
    urgency: "ordinary",
    place: { placeId: places[0]!.id },
  });
  await desk.act(clerk, id, accepted.version, {
    act: "dispatch",
    leadUnit: units.find((unit) => unit.code === "housing")!.id,
  });
  const page = await desk.page("zhujian-banli", { width, language, path: `/desk/matters/${id}` });
  await page.getByRole("button", { name: language === "en" ? /^More/ : /^更多/ }).press("Enter");
  const item = page.getByRole("menuitem", { name: act, exact: true });
  await item.waitFor();
  await item.click();
  const field = page.locator("#act-post");
  await field.waitFor();
  await field.click();
  const options = page.locator(".ant-select-item-option");
  await options.first().waitFor();
  expect(await options.count()).toBe(2);
  expect(await options.last().getAttribute("aria-disabled")).toBe("true");
  expect(await options.first().innerText()).toContain(language === "en" ? "proposed" : "建议");
  if (process.env.LINLI_PICTURES) await page.screenshot({ path: `${process.env.LINLI_PICTURES}/assign-${width}.png` });
  await page.keyboard.press("Escape");
  await options.first().waitFor({ state: "hidden" });
  expect(await violations(page)).toEqual([]);
  await page.locator("#act-note").focus();
  await page.keyboard.press("Control+Enter");
  await field.waitFor({ state: "detached" });
  const handler = await desk.as("zhujian-banli");
  const matter = await handler.send<{ assignments: { post: { name: string } | null }[] }>("GET", `/api/matters/${id}`);
  expect(matter.assignments[0]?.post).not.toBeNull();
  await page.goto(`${desk.url}/desk/`);
  await page
    .getByText(language === "en" ? /^Given to my post/ : /^交给我岗的/)
    .first()
    .waitFor();
});
