import { expect, it } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
const widths = [
  ["zh-CN", 1440],
  ["en", 390],
] as const;
const picture = async (page: Awaited<ReturnType<typeof desk.page>>, name: string) =>
  process.env.LINLI_PICTURES && page.screenshot({ path: `${process.env.LINLI_PICTURES}/${name}.png`, fullPage: true });
const sound = async (page: Awaited<ReturnType<typeof desk.page>>) => {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
};

it.each(widths)("a unit and a post are set up and changed on screen (%s, %i px)", async (language, width) => {
  const page = await desk.page("xian-guanli", { width, language, path: "/desk/teams" });
  const zh = language === "zh-CN";
  const code = `task-${width}`;
  const name = `防汛专班${width}（示例）`;
  await page.getByRole("button", { name: zh ? /新设单位/ : /New unit/ }).click();
  await page.getByRole("button", { name: zh ? "保存" : "Save" }).click();
  const shown = page.getByRole("dialog");
  expect(await shown.textContent()).toContain(zh ? "请写单位全称" : "Give the full name");
  await page.fill("#unit-name", name);
  await page.fill("#unit-short", `专班${width}`);
  await page.fill("#unit-code", code);
  await sound(page);
  await picture(page, `unit-form-${width}`);
  await page.getByRole("button", { name: zh ? "保存" : "Save" }).click();
  await page.getByRole("heading", { level: 2, name }).waitFor();
  await page.getByRole("button", { name: zh ? "新设岗位" : "New post", exact: true }).click();
  await page.fill("#post-name", "值班岗");
  await page.fill("#post-code", `${code}.duty`);
  await page.getByRole("checkbox", { name: zh ? "督办" : "supervise" }).check();
  await sound(page);
  await picture(page, `post-form-${width}`);
  await page.getByRole("button", { name: zh ? "保存" : "Save" }).click();
  await page.getByRole("rowheader", { name: "值班岗" }).waitFor();
  await page.getByRole("button", { name: zh ? "改岗位：值班岗" : "Change post：值班岗" }).click();
  await page.fill("#post-name", "防汛值班岗");
  await page.getByRole("button", { name: zh ? "保存" : "Save" }).click();
  await page.getByRole("rowheader", { name: "防汛值班岗" }).waitFor();
  await sound(page);
  await picture(page, `teams-${width}`);
  const by = await desk.as("xian-guanli");
  const { units } = await by.send<{ units: { id: string; code: string; validTo: string | null }[] }>("GET", "/api/units");
  const unit = units.find((one) => one.code === code);
  expect(unit).toMatchObject({ validTo: null });
  const { posts } = await by.send<{ posts: object[] }>("GET", `/api/posts?unit=${unit?.id}`);
  expect(posts).toMatchObject([{ name: "防汛值班岗", rights: ["matters.read", "matters.supervise"] }]);
});

const square = (code: string, west: number, east: number, south = 33.9) => ({
  type: "Feature",
  properties: { code },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, south + 0.1],
        [west, south + 0.1],
        [west, south],
      ],
    ],
  },
});
const file = (...features: object[]) => ({
  name: "乡镇.geojson",
  mimeType: "application/geo+json",
  buffer: Buffer.from(JSON.stringify({ type: "FeatureCollection", features })),
});

it.each(widths)(
  "boundaries are checked before anything is kept, each overlap with its area (%s, %i px)",
  async (language, width) => {
    const page = await desk.page("xian-guanli", { width, language, path: "/desk/boundaries" });
    const zh = language === "zh-CN";
    const check = page.getByRole("button", { name: zh ? "先核对" : "Check first" });
    await check.click();
    expect(await page.locator("main").textContent()).toContain(zh ? "请选一个 GeoJSON 文件" : "Choose a GeoJSON file");
    const chooser = page.locator("input[type=file]");
    await chooser.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("不是") });
    await page
      .getByText(zh ? "这个文件不是 GeoJSON" : "This file is not GeoJSON")
      .first()
      .waitFor();
    await page.fill("#boundary-source", "虚构的区划图");
    await page.fill("#boundary-reason", "试验");
    await chooser.setInputFiles(file(square("410425001", 113.2, 113.25), square("没有", 113.25, 113.3)));
    await check.click();
    await page.getByText(zh ? "登记簿里没有这个代码或名称" : "code or name not in the register").waitFor();
    expect(await page.getByRole("button", { name: zh ? "启用这些界线" : "Put these boundaries to use" }).count()).toBe(0);
    await chooser.setInputFiles(file(square("410425001", 113.2, 113.25), square("410425002", 113.24, 113.3)));
    await check.click();
    const overlap = page.getByRole("row", { name: zh ? /^重叠/ : /^overlap/ });
    await overlap.waitFor();
    expect(await overlap.textContent()).toMatch(zh ? /10\.\d\d 平方公里/ : /10\.\d\d km²/);
    await sound(page);
    await picture(page, `boundaries-${width}`);
    const by = await desk.as("xian-guanli");
    type Standing = { version: number; sources: { places: number; source: string }[] };
    const before = await by.send<Standing>("GET", "/api/territory/boundaries");
    await page.getByRole("button", { name: zh ? "启用这些界线" : "Put these boundaries to use" }).click();
    await page
      .getByText(zh ? "请先确认这些空隙" : "Confirm first that")
      .first()
      .waitFor();
    expect(await by.send<Standing>("GET", "/api/territory/boundaries")).toEqual(before);
    await page.locator("#boundary-accept").check();
    await page.getByRole("button", { name: zh ? "启用这些界线" : "Put these boundaries to use" }).click();
    await page
      .getByText(zh ? "已启用 2 处界线" : "2 boundaries are in use")
      .first()
      .waitFor();
    await page.getByRole("rowheader", { name: "虚构的区划图" }).first().waitFor();
    const after = await by.send<Standing>("GET", "/api/territory/boundaries");
    expect(after.version).toBe(before.version + 1);
    expect(after.sources.reduce((sum, one) => sum + one.places, 0)).toBe(2);
  },
);

it("nobody else sees or brings boundaries, and a large body is refused before it is read", async () => {
  const clerk = await desk.as("xian-shouli");
  await expect(clerk.send("GET", "/api/territory/boundaries")).rejects.toThrow(/403/);
  await expect(clerk.send("POST", "/api/territory/boundaries", { geojson: "x".repeat(2_000_000) })).rejects.toThrow(
    /403 .*access\.right-needed/,
  );
  await expect(clerk.send("POST", "/api/units", { name: "x".repeat(2_000_000) })).rejects.toThrow(/413/);
});

it.each(widths)(
  "the roads of the seat stand on a matter and on the board of the seat, and name their source (%s, %i px)",
  async (language, width) => {
    const by = await desk.as("xian-shouli");
    type Places = { places: { id: string; name: string }[] };
    const { places } = await by.send<Places>("GET", "/api/places");
    const seat = places.find((place) => place.name === "龙山街道")!;
    const other = places.find((place) => place.name === "冢头镇")!;
    const matter = await desk.receive(by, "路口的井盖松了，车一过就响（示例）。", { place: { placeId: seat.id } });
    const away = await desk.receive(by, "村口的路灯不亮（示例）。", { place: { placeId: other.id } });
    const roads = language === "zh-CN" ? "县城道路示意图" : "Roads of the county seat, schematic";
    const page = await desk.page("xian-shouli", { width, language, path: `/desk/matters/${matter.id}` });
    const map = page.getByRole("img", { name: roads });
    await map.waitFor();
    expect(await map.textContent()).toContain("© OpenStreetMap contributors, ODbL");
    await sound(page);
    await picture(page, `seat-matter-${width}`);
    const elsewhere = await desk.page("xian-shouli", { width, language, path: `/desk/matters/${away.id}` });
    expect(await elsewhere.getByRole("img", { name: roads }).count()).toBe(0);
    const board = await desk.page("xian-fuze", { width, language, path: `/desk/board?place=${seat.id}` });
    await board.getByRole("img", { name: roads }).waitFor();
    await sound(board);
    await picture(board, `seat-board-${width}`);
  },
);
