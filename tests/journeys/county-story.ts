import { expect } from "vitest";
import { verifyCounty } from "../../apps/verify-county.ts";
import { newId } from "../../foundation/ids.ts";
import { getBoard } from "../../systems/insight/contract.ts";
import { actOnMatter, getMatter, listMatters, type MatterPage, receiveMatter } from "../../systems/matters/contract.ts";
import type { Door, Kind, Urgency } from "../../systems/matters/rules/lifecycle.ts";
import { unitIdOf } from "../../systems/teams/index.ts";
import { type CountyOverHttp, each, type Officer } from "../builders/county-over-http.ts";

/** A message as it comes in, and what a careful reader would say of it, where someone has read it. */
export interface Message {
  readonly text: string;
  readonly title?: string;
  readonly door: Door;
  readonly occurredAt?: string;
  readonly complainedAbout?: string;
  readonly secrecy?: boolean;
  /** Place that the door already knows. */
  readonly placeId?: string;
  readonly read?: {
    readonly kind: Kind;
    readonly category: string;
    readonly urgency: Urgency;
    /** "one <id>", "several", "none" or "outside", as the resolver may answer. */
    readonly place: string;
    readonly placeId?: string;
  };
}

interface Held {
  readonly message: Message;
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly pin: string;
  version: number;
  unit?: string;
  supports?: readonly string[];
}

/** Units of the demonstration in which somebody is at work, with who handles there. */
const HANDLERS: Readonly<Record<string, string>> = {
  "city-management": "chengguan-banli",
  housing: "zhujian-banli",
  labour: "renshe-banli",
  "township-410425101": "zhongtou-banli",
  "township-410425001": "longshan-banli",
};
const REPLY = "您反映的事已经处理，请到现场看看；还有问题可以再说。（示例）";
const NOT_WAITED = { withoutOpinions: "协办单位在电话里说过意见。（示例）" };
const percent = (part: number, of: number) => Math.round((1000 * part) / of) / 10;
type Page = ReturnType<(typeof MatterPage)["parse"]>;

export interface StoryOptions {
  readonly messages: readonly Message[];
  /** How many of the received are read by a person; the rest wait. */
  readonly triaged: number;
  /** How many are handled to their end at most. */
  readonly handled: number;
  readonly say: (line: string) => void;
}

/** A county's work from the first message to the check of its journal, over HTTP, by people signed in to their posts; a step a function. */
export function countyStory(county: CountyOverHttp, options: StoryOptions) {
  const { say } = options;
  const staff = new Map<string, Officer>();
  const held: Held[] = [];
  const who = (name: string) => staff.get(name)!;
  let read: Held[] = [];
  let sent: Held[] = [];
  let answered: Held[] = [];
  let closed: Held[] = [];
  let rated = 0;

  const page = (officer: Officer, one: Held): Promise<Page> => officer.call(getMatter, { params: { id: one.id } });
  const act = async (officer: Officer, one: Held, name: string, fields: object = {}) => {
    const body = { act: name, commandId: newId(), baseVersion: one.version, ...fields } as never;
    const done = await officer.call(actOnMatter, { params: { id: one.id }, body });
    one.version = done.version;
    return done;
  };

  return {
    async "sign-in"() {
      for (const name of ["xian-shouli", "xian-paidan", "xian-heshi", "xian-fuze", ...Object.values(HANDLERS)])
        staff.set(name, await county.signIn(name));
      await expect(county.signIn("nobody")).rejects.toThrow("teams.");
    },

    async receive() {
      const clerk = who("xian-shouli");
      const began = Date.now();
      const receipts = await each(options.messages, 32, async (message) => {
        const id = newId();
        const { text, title, door, occurredAt, secrecy = false, placeId } = message;
        const body = {
          commandId: newId(),
          id,
          text,
          title,
          door,
          occurredAt,
          place: placeId ? { placeId } : {},
          reporter: { wantsSecrecy: secrecy },
          ...(message.complainedAbout && { complainedAbout: { words: message.complainedAbout } }),
        };
        return { message, receipt: await clerk.call(receiveMatter, { body }) };
      });
      for (const { message, receipt } of receipts)
        held.push({
          message,
          id: receipt.id,
          number: receipt.number,
          code: receipt.code,
          pin: receipt.pin,
          version: receipt.version,
        });
      say(`收件 ${held.length} 件，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒`);
      const numbers = held.map((one) => Number(one.number.slice(-6))).sort((a, b) => a - b);
      expect(numbers).toEqual(held.map((_, index) => index + 1));
      expect(new Set(held.map((one) => one.code)).size).toBe(held.length);
    },

    async follow() {
      const one = held[0]!;
      const resident = county.resident();
      const seen = await resident.submit(await resident.get("/f"), "/f", { code: one.code, second: one.pin });
      expect(seen).toContain(one.number);
      expect(seen).toContain("郏县综治中心");
      await expect(county.resident().get(`/f/${"x".repeat(22)}`)).rejects.toThrow("404");
    },

    async triage() {
      const clerk = who("xian-shouli");
      const place = { right: 0, of: 0, wrong: 0 };
      const category = { right: 0, of: 0 };
      read = held.slice(0, options.triaged);
      await each(read, 4, async (one) => {
        const { proposals } = await page(clerk, one);
        expect(proposals, one.message.text.slice(0, 40)).not.toBeNull();
        const { kind, category: what, urgency, place: where } = proposals!;
        expect(urgency.reason.sentence).not.toBe("");
        const truth = one.message.read;
        const found = where.kind === "one" ? `one ${where.place.id}` : where.kind;
        if (truth) {
          place.of += 1;
          category.of += 1;
          if (found === truth.place) place.right += 1;
          else if (where.kind === "one") place.wrong += 1;
          if (what?.value === truth.category) category.right += 1;
        }
        // one key where the proposal is right; where it is not, the person who knows corrects it
        const placeId = truth ? truth.placeId : (one.message.placeId ?? (where.kind === "one" ? where.place.id : undefined));
        const done = await act(clerk, one, "accept", {
          kind: truth?.kind ?? kind?.value ?? "help",
          categoryCode: truth?.category ?? what?.value ?? "city.rubbish",
          urgency: truth?.urgency ?? urgency.value,
          place: placeId ? { placeId } : {},
        });
        expect(done.state).toBe("accepted");
      });
      if (place.of > 0) {
        say(
          `地点：${place.of} 件中提议正确 ${place.right} 件（${percent(place.right, place.of)} %），指错地方 ${place.wrong} 件；类别正确 ${percent(category.right, category.of)} %`,
        );
        expect(percent(place.right, place.of)).toBeGreaterThanOrEqual(90);
        expect(percent(place.wrong, place.of)).toBeLessThanOrEqual(3);
      }
    },

    async dispatch() {
      const clerk = who("xian-paidan");
      const units = new Map(Object.keys(HANDLERS).map((code) => [unitIdOf(county.code, code), code]));
      let proposed = 0;
      for (const one of read) one.unit = undefined;
      await each(read, 4, async (one) => {
        const unit = (await page(clerk, one)).proposals?.unit;
        if (unit) proposed += 1;
        const lead = unit?.unitId ?? unitIdOf(county.code, "city-management");
        const done = await act(clerk, one, "dispatch", {
          leadUnit: lead,
          supports: unit?.supports.map((support) => support.unitId) ?? [],
        });
        expect(done.state).toBe("dispatched");
        one.unit = units.get(lead);
        one.supports = unit?.supports.map((support) => units.get(support.unitId) ?? "") ?? [];
      });
      say(`派单 ${read.length} 件，规则给出单位 ${proposed} 件`);
      expect(proposed / read.length).toBeGreaterThan(0.9);
      sent = read.filter((one) => one.unit !== undefined).slice(0, options.handled);
      expect(sent.length).toBeGreaterThanOrEqual(12);
    },

    async handle() {
      await each(sent, 4, async (one, index) => {
        const officer = who(HANDLERS[one.unit!]!);
        await act(officer, one, "sign");
        if (index % 3 === 0) await act(officer, one, "report-progress", { reply: "已到现场看过，正在安排。（示例）" });
        if (index % 5 === 4) return;
        expect(
          (await act(officer, one, "answer", { reply: REPLY, outcome: "solved", ...(one.supports?.length && NOT_WAITED) })).state,
        ).toBe("answered");
        answered.push(one);
      });
      // nobody closes what they answered themselves
      const own = answered[0]!;
      const { verify_needed } = await stateOf(own);
      if (verify_needed)
        await expect(act(who(HANDLERS[own.unit!]!), own, "close")).rejects.toMatchObject({
          status: 403,
          code: "access.not-yours",
        });
      // nor does another unit act on what it does not hold
      const stranger = Object.keys(HANDLERS).find((unit) => unit !== own.unit && !own.supports?.includes(unit))!;
      await expect(act(who(HANDLERS[stranger]!), own, "report-progress", { reply: "越界（示例）" })).rejects.toMatchObject({
        status: expect.any(Number),
      });
      say(`签收 ${sent.length} 件，答复 ${answered.length} 件`);
    },

    async "verify-and-close"() {
      const verifier = who("xian-heshi");
      const [again, ...rest] = answered;
      const sentBack = await act(verifier, again!, "rework", { reason: "照片看不出来，请再拍一张。（示例）" });
      expect(sentBack.state).toBe("handling");
      await each(rest, 4, async (one) =>
        expect((await act(verifier, one, "close", { note: "电话回访核实。（示例）" })).state).toBe("closed"),
      );
      closed = rest;
      answered = [again!];
      say(`核实办结 ${closed.length} 件，退回重办 1 件`);
    },

    async rate() {
      const ratings = ["very-satisfied", "satisfied", "satisfied", "fair", "dissatisfied"];
      await each(closed.slice(0, 15), 3, async (one, index) => {
        const resident = county.resident();
        const seen = await resident.submit(await resident.get("/f"), "/f", { code: one.code, second: one.pin });
        expect(seen).toContain(REPLY.slice(0, 12));
        const after = await resident.submit(seen, "/f/rate", { rating: ratings[index % ratings.length]! });
        expect(after).toContain("评价");
        rated += 1;
      });
      expect(rated).toBeGreaterThan(8);
    },

    async figures() {
      const head = who("xian-fuze");
      const board = await head.call(getBoard);
      const { figures } = board;
      say(
        `本周收件 ${figures.received.value}，办结 ${figures.closed.value}，在办 ${figures.open.value}，满意率 ${percent(figures.satisfied.value, 1)} %（n = ${figures.satisfied.n}）`,
      );
      expect(figures.received.value).toBe(held.length);
      expect(figures.closed.value).toBe(closed.length);
      expect(figures.open.value).toBe(held.length - closed.length);
      expect(figures.satisfied.n).toBe(rated);
      for (const figure of [...Object.values(figures), ...board.rows.flatMap(({ place: _, ...row }) => Object.values(row))]) {
        const expected = "n" in figure ? Math.round(figure.value * (figure.n as number)) : figure.value;
        const query = Object.fromEntries(new URL(figure.url, county.url).searchParams);
        const { count } = await head.call(listMatters, { query: { ...query, limit: 1 } as never });
        expect(
          count.more ? expected > count.exact : count.exact === expected,
          `${figure.name}: ${JSON.stringify(count)} listed, ${expected} counted`,
        ).toBe(true);
      }
      const told = await county.resident().get("/figures");
      expect(told).toContain("件");
    },

    async "check-journal"() {
      const report = await verifyCounty(county.db, county.code, county.files);
      say(
        `流水 ${report.journal.lines} 行、${report.journal.procedures} 件，编号 ${report.numbers.numbers} 个：${report.sound ? "全部相符" : "有不符"}`,
      );
      expect([report.journal.findings, report.numbers.findings, report.attachments.findings]).toEqual([[], [], []]);
      expect(report.numbers.numbers).toBe(held.length);
      expect(report.journal.lines).toBeGreaterThanOrEqual(held.length + 2 * read.length + 3 * closed.length);
    },
  } satisfies Record<string, () => Promise<void>>;

  async function stateOf(one: Held): Promise<{ verify_needed: boolean }> {
    const { rows } = await county.db
      .pool("jobs")
      .query("select matters.find_for_act($1::jsonb, $2) as found", [
        JSON.stringify({ "linli.county": String(county.code), "linli.scope": "county" }),
        one.id,
      ]);
    return rows[0].found.matter;
  }
}
