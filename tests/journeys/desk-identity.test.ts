import { expect, test } from "vitest";
import { newId } from "../../foundation/ids.ts";
import { type Caller, deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
const PICTURES = process.env.LINLI_PICTURES;
type Shown = Awaited<ReturnType<typeof desk.page>>;
const picture = async (page: Shown, name: string) => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: false });
};

/** A matter that the town centre's posts hold: taken in, accepted, sent to its unit, signed for. */
async function held(paidan: Caller, banli: Caller, more: Record<string, unknown>, kind = "complaint") {
  const matter = await desk.receive(paidan, "安良镇王楼村水管漏水，修了两次还漏。", more);
  const page = await paidan.send<{ proposals: { place: { place?: { id: string } } } }>("GET", `/api/matters/${matter.id}`);
  const reference = await paidan.send<{
    categories: { code: string; kinds: string[] }[];
    units: { id: string; code: string }[];
  }>("GET", "/api/reference");
  const accepted = await desk.act(paidan, matter.id, matter.version, {
    act: "accept",
    kind,
    categoryCode: reference.categories.find((one) => one.kinds.includes(kind))?.code,
    urgency: "ordinary",
    place: { placeId: page.proposals.place.place?.id },
  });
  const me = await banli.send<{ posts: { unit: { id: string } }[] }>("GET", "/api/me");
  const sent = await desk.act(paidan, matter.id, accepted.version, { act: "dispatch", leadUnit: me.posts[0]?.unit.id });
  await desk.act(banli, matter.id, sent.version, { act: "sign" });
  return matter;
}

test("the holder opens it by a usual reason, the post stands in the list; keyboard alone; axe clean on desk and telephone", async () => {
  const [paidan, banli] = [await desk.as("zhongtou-paidan"), await desk.as("chengguan-banli")];
  const name = `示例${newId().slice(-4)}`;
  const matter = await held(paidan, banli, { reporter: { name, phone: "13800001234" } });
  for (const [width, language] of [
    [1440, "zh-CN"],
    [390, "zh-CN"],
    [1440, "en"],
  ] as const) {
    const page = await desk.page("chengguan-banli", { path: `/desk/matters/${matter.id}`, width, language });
    await page.getByRole("button", { name: language === "en" ? "Contact" : "看联系方式" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: language === "en" ? "to agree on a visit" : "约上门时间" }).click();
    expect(await violations(page)).toEqual([]);
    await picture(page, `identity-now-${width}-${language}`);
    await dialog.getByLabel(language === "en" ? "Why you need it" : "为什么要看").focus();
    await page.keyboard.press("Enter");
    await page.getByText(name).waitFor();
    await picture(page, `identity-open-${width}-${language}`);
  }
  const state = await banli.send<{ openings: { purpose: string; unusual: boolean }[] }>(
    "GET",
    `/api/matters/${matter.id}/identity`,
  );
  expect(state.openings.map(({ purpose }) => purpose)).toEqual(["to agree on a visit", "约上门时间", "约上门时间"]);
});

test("after closing the dialog asks for a ground and words, then says that it waits", async () => {
  const [paidan, banli] = [await desk.as("zhongtou-paidan"), await desk.as("chengguan-banli")];
  const matter = await held(paidan, banli, { reporter: { name: "示例", phone: "13800001234" } });
  await desk.behindTheCurtain(
    `update matters.matters set open = false, state = 'closed', closed_at = now() where id = '${matter.id}'`,
  );
  for (const width of [1440, 390]) {
    const page = await desk.page("chengguan-banli", { path: `/desk/matters/${matter.id}`, width });
    await page.getByRole("button", { name: "看联系方式" }).click();
    const dialog = page.getByRole("dialog");
    if (width === 1440) {
      await dialog.getByRole("button", { name: "请另一个人同意" }).click();
      await dialog.getByText("请选一条理由").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await picture(page, "identity-ask-1440");
      await dialog.getByText("兑现承诺、跟进落实").click();
      await dialog.getByLabel("说明").fill("答应入冬前回去看一次（示例）");
      await dialog.getByRole("button", { name: "请另一个人同意" }).click();
    }
    await dialog.getByText("正等另一个人同意").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `identity-waits-${width}`);
  }
});

test("at the counter a lost code is looked up only with the resident there, and replaced", async () => {
  const paidan = await desk.as("zhongtou-paidan");
  const phone = `138${String(Date.now()).slice(-8)}`;
  const matter = await desk.receive(paidan, "冢头镇前王庄村路灯不亮。", { reporter: { name: "示例", phone } });
  for (const width of [1440, 390]) {
    const page = await desk.page("zhongtou-paidan", { path: "/desk/receive", width });
    await page.getByRole("link", { name: "编号丢了" }).click();
    await page.getByRole("heading", { name: "编号丢了" }).waitFor();
    // what the form's text field measured itself with stays in the page that is left
    await page.reload();
    await page.getByLabel("当初留的电话").fill(phone);
    await page.keyboard.press("Enter");
    await page.getByText("本人不在场不能查").first().waitFor();
    await page.getByLabel("居民本人就在窗口").check();
    await page.getByLabel("当初留的电话").focus();
    await page.keyboard.press("Enter");
    await page.getByText("没有查到可以补编号的事").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `lost-code-none-${width}`);
  }
  await desk.indexNow();
  for (const width of [1440, 390]) {
    const page = await desk.page("zhongtou-paidan", { path: "/desk/receive/lost-code", width });
    await page.getByLabel("当初留的电话").fill(phone);
    await page.getByLabel("居民本人就在窗口").check();
    await page.getByRole("button", { name: "查", exact: true }).click();
    await page.getByText(matter.number).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `lost-code-found-${width}`);
    await page.getByRole("button", { name: "补一个新编号" }).click();
    await page.getByText(/^\d{4}-\d{4}-\d{4}$/).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `lost-code-new-${width}`);
  }
});
