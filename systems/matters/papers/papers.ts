import type { z } from "zod";
import { formatDateTime, formatDateWithWeekday } from "../../../foundation/time/index.ts";
import { spokenCode } from "../../residents/contract.ts";
import type { MatterPage } from "../contract.ts";
import { type Html, html, trusted } from "../portal/html.ts";
import { KIND_NAMES, URGENCY_NAMES } from "../views/triage/propose.ts";
import { sheet } from "./sheet.ts";

type Page = z.output<typeof MatterPage>;
const day = (at: string | null | undefined) => (at ? formatDateWithWeekday(new Date(at), "zh-CN") : "");
const time = (at: string) => formatDateTime(new Date(at), "zh-CN");
const row = (name: string, value: string | null | undefined): Html =>
  html`<tr><th scope="row">${name}</th><td class="pre">${value || "—"}</td></tr>`;
const where = (page: Page) =>
  [page.place.ref ? page.place.ref.path.slice(1).join(" ") : "", page.place.words ?? ""].filter(Boolean).join("；");

/** 回执: what the resident takes home. Of a sealed matter it carries code and dates only. */
export function receiptPaper(
  page: Page,
  code: { code: string; digits: string; url: string; qr: string } | null,
  nonce: string,
): string {
  const told = page.secrecy ? html`` : html`${row("事项", page.title)}${row("地点", where(page))}`;
  return sheet(
    `回执 ${page.number}`,
    nonce,
    html`<h1>受理回执</h1>
${code ? html`<p class="code">${spokenCode(code.code)}</p><div class="qr">${trusted(code.qr)}</div><p class="small">查的时候另报四个数：<b>${code.digits}</b>，或者您留的电话后四位。</p><p class="small">一案一码：凭这 12 位编号随时查办到哪一步，扫码不用报数。编号请自己收好；丢了到窗口可以换新的，旧的随即作废。</p>` : html`<p class="small">这位反映人没有编号；需要时窗口可以发一个。</p>`}
<table><tbody>${row("事项编号", page.number)}${told}${row("收下", `${time(page.receivedAt)} · ${page.receivedBy.name}`)}${row("最晚办完", day(page.due?.at))}${row("为什么是这天", page.due?.sentence)}${row("咨询电话", page.receivedBy.phone)}</tbody></table>
<div class="sign"><span>${page.receivedBy.name}（章）</span><span>${day(new Date().toISOString())}</span></div>`,
  );
}

/** 交办单: lead and supports, what, where, until when. Handles stand for residents. */
export function orderPaper(page: Page, nonce: string): string {
  const lead = page.assignments.find((one) => one.role === "lead");
  const supports = page.assignments
    .filter((one) => one.role === "support")
    .map((one) => one.unit.name)
    .join("、");
  return sheet(
    `交办单 ${page.number}`,
    nonce,
    html`<h1>事项交办单</h1>
<table><tbody>${row("事项编号", page.number)}${row("主办单位", lead?.unit.name)}${row("协办单位", supports)}${row("交办时间", lead ? time(lead.since) : "")}${row("办理期限", `${day(page.due?.at)}（${page.due?.sentence ?? ""}）`)}
${row("种类", page.kind ? KIND_NAMES[page.kind]["zh-CN"] : "")}${row("类别", page.category?.path.join(" › "))}${row("缓急", page.urgency ? URGENCY_NAMES[page.urgency]["zh-CN"] : "")}${row("地点", where(page))}${row("反映人", page.reporters.map((one) => `居民 ${one.handle}`).join("、"))}${row("标题", page.title)}${row("反映内容", page.text)}${row("交办意见", lead?.note)}</tbody></table>
<h2>办理情况</h2><table><tbody><tr><th scope="row">办理结果</th><td><br><br><br><br></td></tr></tbody></table>
<div class="sign"><span>交办单位（章）</span><span>承办单位签收：　　　　　　年　月　日</span></div>`,
  );
}

/** The whole matter with its course, as the reader may see it. */
export function matterPaper(page: Page, nonce: string): string {
  return sheet(
    `事项 ${page.number}`,
    nonce,
    html`<h1>${page.title}</h1>
<table><tbody>${row("事项编号", page.number)}${row("种类 · 类别", [page.kind ? KIND_NAMES[page.kind]["zh-CN"] : "", page.category?.path.join(" › ") ?? ""].filter(Boolean).join(" · "))}${row("地点", where(page))}${row("收下", `${time(page.receivedAt)} · ${page.receivedBy.name}`)}${row("办理期限", day(page.due?.at))}${row("反映内容", page.text)}</tbody></table>
<h2>经过</h2><table><thead><tr><th>时间</th><th>经办</th><td>内容</td></tr></thead><tbody>${[...page.timeline].reverse().map((line) => html`<tr><td>${time(line.at)}</td><td>${line.by}</td><td class="pre">${line.title}${line.text ? `\n${line.text}` : ""}${line.changes.map((change) => `\n${change.label}：${change.from ?? "—"} → ${change.to ?? "—"}`).join("")}</td></tr>`)}</tbody></table>`,
  );
}

/** 告知单: the latest notice as a letter, for whoever has no telephone and no portal; the envelope is addressed by hand. */
export function letterPaper(page: Page, nonce: string): string {
  const notice = page.notices.find((one) => one.state !== "silent");
  return sheet(
    `告知单 ${page.number}`,
    nonce,
    html`<h1>办理情况告知单</h1><p>反映人：</p><p class="pre">　　${notice?.text ?? "（还没有要告知的内容。）"}</p>
<table><tbody>${row("事项编号", page.number)}${row("咨询电话", page.receivedBy.phone)}</tbody></table>
<div class="sign"><span></span><span>${page.receivedBy.name}（章）<br>${day(notice?.at ?? page.receivedAt)}</span></div>`,
  );
}
