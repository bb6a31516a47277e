import { expect, test } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest({ jobs: true });

test("a spreadsheet never seen: columns are proposed, tried, brought in, and undone", { timeout: 120_000 }, async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/imports" });
  const sheet = [
    "工单编号,反映时间,反映内容,所在乡镇",
    "示例-1,2026-10-08 09:12,示例：薛店镇街口的路灯不亮了,薛店镇",
    "示例-2,2026-10-09 10:30,示例：薛店镇北头垃圾没人收,薛店镇",
    "示例-3,2099-10-09,,薛店镇",
  ].join("\n");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "示例工单.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) });
  await page.getByRole("heading", { name: "认一认每一列" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "试跑一遍" }).click();
  await page.getByRole("heading", { name: "试跑结果" }).waitFor();
  const errors = page.locator(".work-counts div", { hasText: "有错不导" }).locator("dd");
  expect(await errors.innerText()).toBe("1");
  expect(await page.getByRole("table", { name: "有错的行" }).getByRole("rowheader").first().innerText()).toBe("4");
  await page.getByRole("button", { name: "确认导入 2 行" }).click();
  await page.getByText("已导入").first().waitFor();
  await page.getByRole("button", { name: "撤销这次导入" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤销这次导入" }).click();
  await page.getByText("已撤销").first().waitFor();
});
