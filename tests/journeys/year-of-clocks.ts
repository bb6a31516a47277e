import { hash } from "node:crypto";
import pg from "pg";
import { expect } from "vitest";
import { verifyCounty } from "../../apps/verify-county.ts";
import type { Actor } from "../../foundation/db/actor.ts";
import { newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { ReceiveMatter } from "../../systems/matters/contract.ts";
import { actOnMatter, receiveMatter } from "../../systems/matters/index.ts";
import type { Kind, Urgency } from "../../systems/matters/rules/lifecycle.ts";
import { matterPage } from "../../systems/matters/views/page/matter-page.ts";
import type { TestCounty } from "../builders/county.ts";
import { clerkOf, handlerOf, unitId, verifierOf } from "../builders/matter.ts";

export interface YearMessage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly placeId?: string;
  /** Where a careful reader has read it. */
  readonly read?: { readonly kind: Kind; readonly category: string; readonly urgency: Urgency };
}

const HOUR = 3_600_000;
const dice = (text: string): number => Number.parseInt(hash("sha256", text).slice(0, 6), 16) % 1000;

/** What a year came to. Counts of matters. */
export interface YearFigures {
  received: number;
  byRule: number;
  byCatalogue: number;
  unexplained: number;
  objected: number;
  upheld: number;
  tooLate: number;
  lengthened: number;
  onTime: number;
  overdue: number;
  open: number;
}

/**
 * A year of messages, each at its own time, through the real acts under a clock that stands where the matter stands: accepted,
 * dispatched as the county's rules propose, objected to now and then, lengthened now and then, answered early or late, closed.
 */
export async function liveAYear(
  county: TestCounty,
  messages: readonly YearMessage[],
  from: Date,
  to: Date,
): Promise<YearFigures> {
  const books = await county.services.books(county.code);
  const clerk = await clerkOf(county);
  const verifier = await verifierOf(county);
  const figures: YearFigures = {
    received: 0,
    byRule: 0,
    byCatalogue: 0,
    unexplained: 0,
    objected: 0,
    upheld: 0,
    tooLate: 0,
    lengthened: 0,
    onTime: 0,
    overdue: 0,
    open: 0,
  };

  const live = async (message: YearMessage, index: number): Promise<void> => {
    const luck = dice(message.id);
    let now = new Date(from.getTime() + ((to.getTime() - from.getTime()) * index) / messages.length);
    const services = { ...county.services, clock: { now: () => now } };
    const later = (hours: number) => {
      now = new Date(now.getTime() + hours * HOUR);
    };
    const id = newId();
    const receipt = await receiveMatter(services, clerk, {
      v: 1,
      commandId: newId(),
      id,
      door: "counter",
      title: message.title.slice(0, 100),
      text: message.text,
      place: message.placeId ? { placeId: message.placeId } : {},
      reporter: { wantsSecrecy: false, quiet: false },
      files: [],
    } as unknown as ReturnType<(typeof ReceiveMatter)["parse"]>);
    figures.received += 1;
    let version = receipt.version;
    const act = async (actor: Actor, name: string, fields: object = {}) => {
      const done = await actOnMatter(services, actor, id, {
        v: 1,
        act: name,
        commandId: newId(),
        baseVersion: version,
        files: [],
        ...fields,
      } as never);
      version = done.version;
      return done;
    };
    later(1 + (luck % 20));
    const page = await matterPage(services, clerk, id);
    await act(clerk, "accept", {
      kind: message.read?.kind ?? page.proposals?.kind?.value ?? "help",
      categoryCode: message.read?.category ?? page.proposals?.category?.value ?? "city.rubbish",
      urgency: message.read?.urgency ?? "ordinary",
      place: message.placeId ? { placeId: message.placeId } : {},
    });
    later(0.5);
    const accepted = await matterPage(services, clerk, id);
    const promised = accepted.due!.at;
    const proposal = accepted.proposals?.unit;
    if (proposal?.reason.key === "dispatch.by-catalogue") figures.byCatalogue += 1;
    else if (proposal?.rule && proposal.rule !== "none") figures.byRule += 1;
    else figures.unexplained += 1;
    let lead = proposal?.unitId ?? unitId(county, "city-management");
    const codeOf = (unit: string) => books.units.get(unit)!.code;
    await act(clerk, "dispatch", {
      leadUnit: lead,
      supports: proposal?.supports.map((one) => one.unitId) ?? [],
      lane: "service",
    });
    // one in twelve objects; one in five of them too late
    if (luck % 12 === 0) {
      later(luck % 60 === 0 ? 24 * 9 : 2);
      try {
        await act(await handlerOf(county, codeOf(lead)), "hand-back", { reason: "不属本单位职责（示例）。" });
        figures.objected += 1;
        later(3);
        if (luck % 24 === 0) {
          figures.upheld += 1;
          await act(clerk, "allow-hand-back", { reason: "确属他单位（示例）。" });
          lead = unitId(county, codeOf(lead) === "housing" ? "city-management" : "housing");
          await act(clerk, "dispatch", { leadUnit: lead, supports: [], lane: "service" });
        } else await act(clerk, "refuse-hand-back", { reason: "就归这里（示例）。" });
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "matters.objection-too-late") throw error;
        figures.tooLate += 1;
      }
    }
    later(1 + (luck % 6));
    const handler = await handlerOf(county, codeOf(lead));
    await act(handler, "sign");
    expect((await matterPage(services, clerk, id)).due!.at).toBe(promised);
    let due = new Date(promised);
    if (luck % 17 === 0 && accepted.kind !== "consultation" && !["danger", "pressing"].includes(accepted.urgency ?? "")) {
      await act(handler, "ask-for-time", { clock: "answer", what: "extend", ground: "need", by: 3, reason: "等配件（示例）。" });
      await act(clerk, "grant-time", { note: "配件要从外地调，多等三天（示例）。" });
      figures.lengthened += 1;
      const longer = new Date((await matterPage(services, clerk, id)).due!.at);
      // three days more may end on the same first working day after a holiday
      expect(longer.getTime()).toBeGreaterThanOrEqual(due.getTime());
      due = longer;
    }
    if (luck % 40 === 7) {
      figures.open += 1;
      return;
    }
    // most well before their date, one in eight after it
    const left = due.getTime() - now.getTime();
    later(luck % 8 === 3 ? left / HOUR + 30 : Math.max(0.2, (left * (0.2 + (luck % 50) / 100)) / HOUR));
    await act(handler, "answer", { reply: "已经处理好了（示例）。", outcome: "solved", withoutOpinions: "电话里说过（示例）" });
    later(Math.min(4, Math.max(0.1, ((due.getTime() - now.getTime()) / HOUR) * 0.5)));
    await act(verifier, "close");
    if (now <= due) figures.onTime += 1;
    else figures.overdue += 1;
  };

  for (let start = 0; start < messages.length; start += 8)
    await Promise.all(messages.slice(start, start + 8).map((message, index) => live(message, start + index)));

  const owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ in_time: boolean | null; open: boolean; count: number }>(
    "select closed_in_time as in_time, open, count(*)::int as count from matters.matters group by 1, 2",
  );
  await owner.end();
  const counted = (inTime: boolean | null, open: boolean) =>
    rows.filter((row) => row.in_time === inTime && row.open === open).reduce((sum, row) => sum + row.count, 0);
  expect(counted(true, false)).toBe(figures.onTime);
  expect(counted(false, false)).toBe(figures.overdue);
  expect(counted(null, true)).toBe(figures.open);
  return figures;
}

/** Everything the year wrote is checked from its journal: each date is counted again. */
export async function theJournalAgrees(county: TestCounty, files: string): Promise<void> {
  const report = await verifyCounty(county.services.db, county.code, files);
  expect(report.journal.findings).toEqual([]);
  expect(report.sound).toBe(true);
}
