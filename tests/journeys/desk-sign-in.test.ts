import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
/** Signed in by hand in the first test: with both factors, and proved just now. */
let administrator: Page;
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, "")) }).generate();

async function picture(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize()!;
  if (process.env.LINLI_PICTURES) await page.screenshot({ path: `${process.env.LINLI_PICTURES}/sign-in-${name}-${width}.png` });
}

async function clean(page: Page, name: string): Promise<void> {
  expect(await violations(page), name).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is as wide as the page`).toBe(
    true,
  );
  await picture(page, name);
}

async function byPassword(page: Page, name: string): Promise<void> {
  await page.getByLabel("登录名").fill(name);
  await page.getByLabel("密码", { exact: true }).fill(desk.password(name));
  await page.keyboard.press("Enter");
}

const atWork = (page: Page) => page.waitForSelector("main#content h1");

test("an administrator is led to an authenticator, keeps spare codes, and is asked for a code from then on; a code is good once", async () => {
  const page = await desk.stranger({ path: "/desk/teams", width: 390 });
  await clean(page, "password");
  await byPassword(page, "xian-guanli");
  await page.getByRole("heading", { name: "给账号加上第二种登录方式" }).waitFor();
  const secret = await page.locator(".authenticator-secret").innerText();
  await clean(page, "authenticator");
  await page.getByLabel("验证器上的六位数").fill("000000");
  await page.keyboard.press("Enter");
  await page.getByText("验证码对不上").first().waitFor();
  const first = codeOf(secret);
  await page.getByLabel("验证器上的六位数").fill(first);
  await page.keyboard.press("Enter");
  const codes = page.locator(".spare-codes li");
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  const spare = await codes.allInnerTexts();
  await clean(page, "spare-codes");
  await page.getByRole("button", { name: "已经收好" }).click();
  await atWork(page);
  await page.getByRole("button", { name: "开账号" }).waitFor();

  const again = await desk.stranger({ path: "/desk/teams" });
  await byPassword(again, "xian-guanli");
  await again.getByRole("heading", { name: "再用第二种方式确认" }).waitFor();
  await clean(again, "second");
  await again.locator("#sign-in-code").fill(first);
  await again.keyboard.press("Enter");
  await again.getByText("验证码不对，或已经用过").first().waitFor();
  await again.locator("#sign-in-code").fill(spare[0]!.toLowerCase().replace("-", " "));
  await again.keyboard.press("Enter");
  await atWork(again);
  await again.goto(`${desk.url}/desk/account`);
  await again.getByText("还有 9 个没用过").waitFor();
  await clean(again, "account");
  expect(await again.getByText("两种方式", { exact: true }).count()).toBe(2);
  administrator = again;
}, 120_000);

test("a lost password is given back by another person's code; the officer chooses a new one and is told who did it", async () => {
  const admin = administrator;
  await admin.goto(`${desk.url}/desk/teams`);
  await admin.getByRole("button", { name: "重置登录：县综治中心核实岗甲" }).click();
  await admin.getByRole("button", { name: "保存" }).click();
  const code = await admin.locator(".told-password").innerText();
  await clean(admin, "reset-code");
  const officer = await desk.stranger();
  await officer.getByRole("button", { name: "忘了密码，我有重置码" }).click();
  await officer.getByLabel("登录名").fill("xian-heshi");
  await officer.locator("#reset-code").fill(code.toLowerCase());
  await officer.locator("#password-next").fill("four unrelated words here");
  await officer.locator("#password-again").fill("four unrelated words here");
  await clean(officer, "reset");
  await officer.keyboard.press("Enter");
  await officer.getByText(/县综治中心 · 系统管理岗重置了您的密码/).waitFor();
  await clean(officer, "told");
  await officer.getByRole("button", { name: "知道了" }).click();
  await officer.getByText(/重置了您的密码/).waitFor({ state: "detached" });
  await admin.goto(`${desk.url}/desk/sign-in-settings`);
  await admin.getByLabel("多久没有动就要重新登录（分钟）").fill("15");
  await clean(admin, "settings");
  await admin.getByRole("button", { name: "保存" }).click();
  await admin.getByText("已保存").waitFor();
}, 120_000);

test("whoever is ended elsewhere signs in in place and loses no word; what is not one's own is not seen", async () => {
  const one = await desk.page("chengguan-banli", { path: "/desk/account" });
  await one.getByText("本机").waitFor();
  const two = await desk.page("chengguan-banli", { path: "/desk/account" });
  expect(await two.getByRole("button", { name: /^结束：/ }).count()).toBe(1);
  await one.locator("#password-now").fill("半句话还在这里");
  await two.getByRole("button", { name: /^结束：/ }).click();
  await two.getByText("已结束").waitFor();
  expect(await two.getByRole("button", { name: /^结束：/ }).count()).toBe(0);
  await one.locator("#password-next").fill("four unrelated words here");
  await one.locator("#password-again").fill("four unrelated words here");
  await one.keyboard.press("Enter");
  const dialog = one.getByRole("dialog");
  await dialog.getByText("登录已过期，请再登录一次").waitFor();
  await clean(one, "in-place");
  await dialog.getByLabel("密码", { exact: true }).fill(desk.password("chengguan-banli"));
  await one.keyboard.press("Enter");
  await one.getByText("现在的密码不对").first().waitFor();
  expect(await one.locator("#password-now").inputValue()).toBe("半句话还在这里");
}, 120_000);

test("left alone, the desk warns a minute before, asks for the password in place, and a draft goes on where it was", async () => {
  const by = await desk.as("xian-shouli");
  const { id } = await desk.receive(by, "示例：冢头镇前王庄村口路灯不亮。");
  const page = await desk.page("xian-paidan", { path: "/desk/" });
  await page.clock.install();
  await page.goto(`${desk.url}/desk/matters/${id}`);
  await page.waitForSelector("#composer");
  await page.locator("#composer").fill("写了一半的记录");
  const mine = `person_id = (select id from teams.people where sign_in_name = 'xian-paidan')`;
  await desk.behindTheCurtain(`update teams.sessions set idle_until = now() + interval '50 seconds' where ${mine}`);
  await page.clock.fastForward("14:10");
  const warning = page.getByRole("dialog", { name: "很久没有动，就要退出了" });
  await warning.waitFor();
  await clean(page, "warning");
  await warning.getByRole("button", { name: "继续工作" }).click();
  await warning.waitFor({ state: "hidden" });

  const dialog = page.getByRole("dialog", { name: "登录已过期，请再登录一次" });
  // a sign of life that was still under way may move the end on once more
  const runOut = async () => {
    await desk.behindTheCurtain(`update teams.sessions set idle_until = now() where ${mine}`);
    await page.clock.fastForward("15:10");
    return dialog.isVisible();
  };
  await expect.poll(runOut, { timeout: 30_000, interval: 1_000 }).toBe(true);
  await dialog.getByLabel("密码", { exact: true }).fill(desk.password("xian-paidan"));
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  expect(await page.locator("#composer").inputValue()).toBe("写了一半的记录");
}, 120_000);

test("a passkey is made, signs in by itself, and proves who is there before a dangerous act", async () => {
  const page = await desk.stranger({ path: "/desk/", host: "localhost" });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await byPassword(page, "xian-shouli");
  await atWork(page);
  await page.goto(`${page.url().split("/desk")[0]}/desk/account`);
  await page.getByRole("button", { name: "添加通行密钥" }).click();
  await page.getByLabel("给这把钥匙起个名").fill("窗口电脑");
  await page.keyboard.press("Enter");
  await page.locator(".spare-codes li").first().waitFor();
  await page.getByRole("button", { name: "已经收好" }).click();
  await page.getByText("通行密钥 · 窗口电脑").waitFor();
  await clean(page, "passkey");

  await page.context().clearCookies();
  await page.goto(`${page.url().split("/desk")[0]}/desk/`);
  await page.getByRole("button", { name: "用通行密钥登录" }).click();
  await atWork(page);
  await page.goto(`${page.url().split("/desk")[0]}/desk/account`);
  await page.getByText("两种方式", { exact: true }).first().waitFor();

  await desk.behindTheCurtain("update teams.sessions set proved_at = now() - interval '6 minutes'");
  await page.getByRole("button", { name: "结束其他所有登录" }).click();
  await page.getByText("已结束").waitFor();
  await page.getByRole("button", { name: "换一批备用码" }).click();
  const proof = page.getByRole("dialog", { name: "请再证明一次是您本人" });
  await proof.waitFor();
  await clean(page, "proof");
  await proof.getByRole("button", { name: "用通行密钥" }).click();
  await page.locator(".spare-codes li").first().waitFor();
}, 120_000);
