import { hash } from "node:crypto";
import { jiaxian } from "../../counties/jiaxian/index.ts";
import { type Actor, jobActor } from "../../foundation/db/actor.ts";
import type { Database } from "../../foundation/db/pool.ts";
import { addDays, DAY, dayOf, startOfDay } from "../../foundation/time/index.ts";
import { ReceiveMatter } from "../../systems/matters/contract.ts";
import { actOnMatter, type ReceiveInput, receiveMatter } from "../../systems/matters/index.ts";
import type { Keys } from "../../systems/residents/index.ts";
import { unitIdOf } from "../../systems/teams/index.ts";
import { makeServices } from "../services.ts";

/** Deterministic ids, so that planting twice changes nothing. */
const idOf = (text: string): string => {
  const digest = hash("sha256", text);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
};

const OFFICER_RIGHTS = [
  "matters.receive",
  "matters.triage",
  "matters.dispatch",
  "matters.handle",
  "matters.verify",
  "matters.read",
];

/** When an example was said: so many days before today, at its own time of day. */
const saidAt = (daysAgo: number, at: string, now: Date): Date => {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const then = startOfDay(addDays(dayOf(now), -daysAgo), hours * 60 + minutes);
  return then > now ? new Date(now.getTime() - 60_000) : then;
};

/**
 * Plants the made-up example messages of the last six weeks: received at their own time through the same hot command as any
 * other, the older ones handled to their end by made-up officers, under a clock that stands where the example stood.
 */
export async function seedExamples(db: Database, county: number, keys: Keys): Promise<number> {
  let now = new Date();
  const today = now;
  const services = makeServices(db, keys, { now: () => now });
  const books = await services.books(county);
  const placeByName = (name: { township: string; village?: string }) =>
    [...books.gazetteer.places.values()].find((place) =>
      name.village
        ? place.kind === "village" &&
          place.shortName === name.village.replace(/(村|社区|居)$/, "") &&
          place.path.some((step) => step.name === name.township)
        : place.kind === "township" && place.name === name.township,
    );
  const officer = (unit: string, person: string): Actor => ({
    ...jobActor(county),
    role: "app",
    unit,
    units: [unit],
    person: idOf(`example officer ${person}`),
    post: idOf(`example post ${person}`),
    scope: "county",
    rights: OFFICER_RIGHTS,
  });
  const centre = books.centre?.id ?? unitIdOf(county, "county-centre");
  let planted = 0;
  for (const example of [...jiaxian.examples].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const at = saidAt(example.daysAgo, example.at, today);
    now = at;
    const id = idOf(`example ${county} ${example.id}`);
    const place = example.place && "township" in example.place ? placeByName(example.place) : undefined;
    const township = place?.townshipId
      ? [...books.units.values()].find((unit) => unit.kind === "township centre" && unit.placeId === place.townshipId)
      : undefined;
    const receiver = example.door === "field" || example.door === "counter" ? (township?.id ?? centre) : centre;
    const input: ReceiveInput = ReceiveMatter.parse({
      commandId: idOf(`receive ${id}`),
      id,
      door: example.door,
      title: example.title,
      text: example.text,
      occurredAt: at.toISOString(),
      reporter: {
        wantsSecrecy: example.secrecy ?? false,
        quiet: false,
        ...(example.entersFor && { enteredFor: { relation: example.entersFor, consent: true } }),
      },
      ...(example.complainedAbout && { complainedAbout: { words: example.complainedAbout } }),
    });
    const receipt = await receiveMatter(services, officer(receiver, "intake"), input);
    planted += 1;
    if (receipt.repeated || example.daysAgo < 1) continue;
    await handle({ example, id, at, place: place?.id });
  }
  return planted;

  /** Older examples have gone their way: accepted, dispatched, answered, closed, rated; some wait at each step. */
  async function handle({
    example,
    id,
    at,
    place,
  }: {
    example: (typeof jiaxian.examples)[number];
    id: string;
    at: Date;
    place: string | undefined;
  }): Promise<void> {
    const dice = Number.parseInt(hash("sha256", example.id).slice(0, 4), 16) % 100;
    const step = async (hours: number, actor: Actor, act: object, version: number): Promise<number> => {
      now = new Date(Math.min(at.getTime() + hours * 3_600_000, today.getTime() - 60_000));
      return (
        await actOnMatter(services, actor, id, {
          v: 1,
          commandId: idOf(`${id} ${version}`),
          baseVersion: version,
          ...act,
        } as never)
      ).version;
    };
    const { proposeDispatch } = await import("../../systems/matters/index.ts");
    const clerk = officer(centre, "triage");
    if (example.daysAgo < 2 && dice < 50) return;
    let version = await step(
      2,
      clerk,
      {
        act: "accept",
        kind: example.kind,
        categoryCode: example.category,
        urgency: example.urgency,
        place: place ? { placeId: place } : {},
      },
      1,
    );
    if (example.daysAgo < 3 && dice < 40) return;
    const located = place ? books.gazetteer.places.get(place) : undefined;
    const code = (target: string | null | undefined) => (target ? books.gazetteer.places.get(target)?.code : undefined);
    const proposal = proposeDispatch(
      {
        kind: example.kind,
        category: example.category,
        urgency: example.urgency,
        door: example.door,
        text: example.text,
        township: code(located?.townshipId),
        village: code(located?.villageId),
        complainedAbout: example.complainedAbout ? { words: example.complainedAbout } : undefined,
        secrecyAsked: example.secrecy,
      },
      books.data.rules!,
      books.data.catalogue!,
      books.unitFacts,
    );
    const lead = (proposal.unit ? books.unitsByCode.get(proposal.unit)?.id : undefined) ?? centre;
    version = await step(4, clerk, { act: "dispatch", leadUnit: lead, supports: [], lane: "service" }, version);
    if (dice < 8) return;
    const handler = officer(lead, "handler");
    version = await step(20, handler, { act: "sign" }, version);
    if (example.daysAgo < 5 && dice < 70) return;
    if (dice < 14) return;
    if (dice < 40)
      version = await step(
        30,
        handler,
        { act: "report-progress", reply: "已到现场看过，正在安排处理，有进展再告诉您。（示例）", files: [] },
        version,
      );
    if (dice < 18) {
      await step(40, handler, { act: "ask", reply: "具体在哪一段？方便的话说说旁边有什么。（示例）", choices: [] }, version);
      return;
    }
    const slow = dice % 7 === 0 ? 20 : dice % 4;
    if (example.daysAgo * DAY < (slow + 3) * DAY) return;
    version = await step(
      (slow + 2) * 24,
      handler,
      {
        act: "answer",
        reply: "您反映的事已经处理，请到现场看看；还有问题可以再说。（示例）",
        outcome: dice % 9 === 0 ? "explained" : "solved",
        files: [],
      },
      version,
    );
    if (dice >= 94) return;
    version = await step((slow + 3) * 24, officer(centre, "verifier"), { act: "close", note: "电话回访核实。（示例）" }, version);
  }
}
