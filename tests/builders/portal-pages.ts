import type { Page } from "playwright-core";
import type { FollowPage } from "../../systems/matters/contract.ts";
import { codeFrom, exampleClosed, exampleMatter, exampleQuestion, type PortalUnderTest } from "./portal.ts";
import { exampleOwn, exampleRequests } from "./portal-doubles.ts";

const CODE = codeFrom("26110384726");
const next = "main form .btn:not(.two)";

/** The pages about oneself, of an open matter: each as it comes, and with what goes wrong. */
async function overOneself(
  { doors, origin }: PortalUnderTest,
  go: (name: string, path: string) => Promise<void>,
  page: Page,
  visit: (name: string) => Promise<void>,
): Promise<void> {
  doors.own = exampleOwn({ relation: "儿子", requests: exampleRequests });
  await go("about oneself", "/f/me");
  for (const part of ["data", "contact", "secrecy", "code", "ask"]) {
    if (part === "secrecy") doors.own = { ...doors.own, wantsSecrecy: false };
    await go(`own ${part}`, `/f/me/${part}`);
  }
  await page.click("main form .btn");
  await visit("own request with a problem");
  await go("rules", "/f/why");
  await go("copy", "/f/copy");
  doors.own = exampleOwn({ second: "nothing", digits: "4821" });
  await go("follow with an old code", "/f");
  await page.goto(`${origin}/b`);
  await page.click("main form .btn");
  await visit("booklet card");
  await go("booklet", "/b");
  await page.fill("#code", "123");
  await page.click("form[action='/b/add']:has(#code) button");
  await visit("booklet with a problem");
  doors.own = exampleOwn();
}

/** Walks one browser page over every page of the portal and stops at each, in the view that the page's cookies ask for. */
export async function overEveryPage(portal: PortalUnderTest, page: Page, visit: (name: string) => Promise<void>): Promise<void> {
  const { doors, origin } = portal;
  const go = async (name: string, path: string) => {
    await page.goto(origin + path);
    await visit(name);
  };
  for (const [name, path] of [
    ["home", "/"],
    ["code", "/f"],
    ["figures", "/figures"],
    ["privacy", "/privacy"],
    ["never", "/never"],
    ["feedback", "/feedback"],
    ["thanks", "/feedback/thanks"],
    ["missing", "/nothing-here"],
    ["offline", "/offline"],
    ["unknown link", "/f/not-a-link-that-we-gave"],
    ["receipt put away", "/receipt"],
    ["no booklet", "/b"],
    ["unknown card", "/b/not-a-card-that-we-gave"],
  ] as const)
    await go(name, path);
  await go("say", "/say");
  await page.fill("#phone", "138 0000 000");
  await page.check("#proxy");
  await page.click(next);
  await visit("say with problems");
  await page.fill("#what", "村口三盏路灯不亮，有半个月了。\n想请人来修修。");
  await page.fill("#phone", "138 0000 0000");
  await page.fill("#relation", "儿子");
  await page.selectOption("#township", { index: 3 });
  await page.click("button[value=villages]");
  await visit("say with villages");
  await page.setInputFiles("#pictures", {
    name: "路灯.png",
    mimeType: "image/png",
    buffer: Buffer.from("89504e470d0a1a0a", "hex"),
  });
  doors.nearby = [
    {
      id: exampleMatter().id,
      version: 4,
      category: "路灯",
      place: "冢头镇 前王庄村",
      receivedOn: "2026-11-15",
      state: "handling",
      dueOn: "2026-11-24",
    },
  ];
  await page.click(next);
  await visit("check");
  doors.nearby = [];
  await page.click("button[value='edit pictures']");
  await visit("say with a picture");
  await page.click(next);
  // the page stands still for a browser that cannot do the work
  await page.addInitScript("Object.defineProperty(window, 'TextEncoder', { value: undefined })");
  for (let nth = 0; nth < 31; nth++) await doors.tries.add("send", "127.0.0");
  await page.click("main form .btn");
  await visit("wait");
  doors.tries.counts.clear();
  portal.clock.advance(60_000);
  await page.click("main form .btn");
  await visit("receipt");
  await go("receipt on paper", "/receipt/print");
  await go("receipt on a roll", "/receipt/print?paper=roll");
  await page.goto(`${origin}/say`);
  await page.fill("#what", "隔壁着火了");
  await page.fill("#where", "村口");
  await page.click(next);
  await visit("danger");
  const overdue: Partial<FollowPage> = {
    due: { ...exampleMatter().due!, at: "2026-11-20T23:59:59+08:00", state: "overdue", workingDays: -1 },
    may: ["supplement", "withdraw", "urge"],
  };
  const standings: readonly (readonly [string, Partial<FollowPage>])[] = [
    ["follow with a question", { question: exampleQuestion }],
    ["follow done", exampleClosed],
    ["follow overdue", overdue],
  ];
  for (const [name, changes] of standings) {
    const matter = exampleMatter(changes);
    doors.matters.set(matter.id, matter);
    doors.codes.set(CODE, { matterId: matter.id, reporterId: matter.id, generation: 1 });
    await page.context().clearCookies({ name: "linli_stay" });
    await page.goto(`${origin}/f`);
    await page.fill("#code", CODE);
    await page.click("main .btn");
    await visit(name);
  }
  await page.click("#add button");
  await visit("follow with a problem");
  await go("withdraw", "/f/withdraw");
  await overOneself(portal, go, page, visit);
  await page.context().clearCookies({ name: "linli_stay" });
  await page.goto(`${origin}/f`);
  await page.fill("#code", "2611 0384 7267");
  await page.click("main .btn");
  await visit("code mistyped");
}
