import { hash } from "node:crypto";
import { jiaxian } from "../../counties/jiaxian/index.ts";
import { type Actor, jobActor, residentActor } from "../../foundation/db/actor.ts";
import type { Database } from "../../foundation/db/pool.ts";
import { idFrom } from "../../foundation/id-from.ts";
import { addDays, dayOf, minuteOfDay, startOfDay } from "../../foundation/time/index.ts";
import { proposeDispatch } from "../../systems/dispatch/index.ts";
import { ReceiveMatter } from "../../systems/matters/contract.ts";
import { actOnMatter, type Books, receiveMatter, type Services } from "../../systems/matters/index.ts";
import { findBearer, type Keys } from "../../systems/residents/index.ts";
import { postIdOf } from "../../systems/teams/index.ts";
import { makeServices } from "../services.ts";
import { courseOf, type Step } from "./example-course.ts";

type Example = (typeof jiaxian.examples)[number];

/** Deterministic ids, so that planting twice changes nothing. */
const RIGHTS = ["receive", "triage", "dispatch", "handle", "verify", "read"].map((right) => `matters.${right}`);
/** So many are handled at once: their commits share one write to the disk. */
const AT_ONCE = 16;

/** When an example was said: so many days before today, at its own time of day, never in the future. */
function saidAt(example: Example, today: Date): Date {
  const [hours = 0, minutes = 0] = example.at.split(":").map(Number);
  const then = startOfDay(addDays(dayOf(today), -example.daysAgo), hours * 60 + minutes);
  return then > today ? new Date(today.getTime() - 60_000) : then;
}

interface Planting {
  readonly services: Services;
  readonly books: Books;
  readonly county: number;
  readonly today: Date;
}

/** The same services under a clock that stands where the example stood. */
const at = ({ services }: Planting, then: Date): Services => ({ ...services, clock: { now: () => then } });

function placeOf({ books }: Planting, place: Example["place"]) {
  if (!place || !("township" in place)) return undefined;
  const bare = (name: string) => name.replace(/(村民委员会|居民委员会|村委会|居委会|社区|村)$/, "");
  return [...books.gazetteer.places.values()].find((one) =>
    place.village
      ? one.kind === "village" && bare(one.name) === bare(place.village) && one.path.some((step) => step.name === place.township)
      : one.kind === "township" && one.name === place.township,
  );
}

/** A made-up officer on a post of the unit that really exists. */
function officer({ books, county }: Planting, unitId: string, work: string): Actor {
  const unit = books.units.get(unitId);
  const post = unit?.kind === "village centre" ? "grid" : work;
  return {
    ...jobActor(county),
    role: "app",
    unit: unitId,
    units: [unitId],
    person: idFrom(`example officer ${unitId} ${work}`),
    post: postIdOf(county, `${unit?.code}.${post}`),
    scope: "county",
    rights: RIGHTS,
  };
}

/**
 * Plants the made-up example messages of the last six weeks: received at their own time through the same hot command as any
 * other, then handled by made-up officers as far as their course has led by today. Returns how many there are.
 */
export async function seedExamples(db: Database, county: number, keys: Keys): Promise<number> {
  const today = new Date();
  const services = makeServices(db, keys);
  const planting: Planting = { services, books: await services.books(county), county, today };
  const examples = [...jiaxian.examples].sort((a, b) => saidAt(a, today).getTime() - saidAt(b, today).getTime());
  for (let from = 0; from < examples.length; from += AT_ONCE) {
    const receipts = await Promise.all(examples.slice(from, from + AT_ONCE).map((example) => receive(planting, example)));
    await Promise.all(receipts.map(({ example, code, repeated }) => (repeated ? undefined : handle(planting, example, code))));
  }
  return examples.length;
}

async function receive(planting: Planting, example: Example): Promise<{ example: Example; code: string; repeated: boolean }> {
  const { books, county, today } = planting;
  const then = saidAt(example, today);
  const id = idFrom(`example ${county} ${example.id}`);
  const place = placeOf(planting, example.place);
  const township = [...books.units.values()].find(
    (unit) => unit.kind === "township centre" && unit.placeId === place?.townshipId,
  );
  const receiver = (["field", "counter"].includes(example.door) ? township?.id : undefined) ?? books.centre!.id;
  const input = ReceiveMatter.parse({
    commandId: idFrom(`receive ${id}`),
    id,
    door: example.door,
    title: example.title,
    text: example.text,
    occurredAt: then.toISOString(),
    reporter: {
      // a made-up telephone that no exchange gives out: return calls need one to be due
      ...(!example.secrecy && { name: "示例居民", phone: `0375-000${example.id.replace(/\D/g, "").padStart(4, "0")}` }),
      wantsSecrecy: example.secrecy ?? false,
      ...(example.entersFor && { enteredFor: { relation: example.entersFor, consent: true } }),
    },
    ...(example.complainedAbout && { complainedAbout: { words: example.complainedAbout } }),
  });
  const { code, repeated } = await receiveMatter(at(planting, then), officer(planting, receiver, "intake"), input);
  return { example, code, repeated };
}

/** Walks the example's course as far as today. */
async function handle(planting: Planting, example: Example, code: string): Promise<void> {
  const { books, county, today, services } = planting;
  const id = idFrom(`example ${county} ${example.id}`);
  const said = saidAt(example, today);
  const place = placeOf(planting, example.place);
  const lead = leadOf(planting, example, place?.id, said) ?? books.centre!.id;
  const dice = Number.parseInt(hash("sha256", example.id).slice(0, 4), 16) % 100;
  const actors: Record<Step["by"], () => Actor> = {
    clerk: () => officer(planting, books.centre!.id, "dispatch"),
    handler: () => officer(planting, lead, "handle"),
    verifier: () => officer(planting, books.centre!.id, "verify"),
    resident: () => residentActor(county, [id]),
  };
  let version = 1;
  let last = said.getTime();
  for (const step of courseOf(example, { dice, place: place?.id, lead })) {
    const due = new Date(said.getTime() + step.afterHours * 3_600_000);
    const then =
      step.by === "resident" || example.urgency === "danger"
        ? due
        : new Date(Math.max(inOfficeHours(due, dice).getTime(), last + 60_000));
    if (then > today) return;
    last = then.getTime();
    const reporterId =
      step.by === "resident" ? (await findBearer(services.db, county, services.sealer, code))?.reporterId : undefined;
    const act = { v: 1 as const, commandId: idFrom(`${id} ${version}`), baseVersion: version, ...step.act };
    version = (await actOnMatter(at(planting, then), actors[step.by](), id, act, { reporterId })).version;
  }
}

/** Officers act by day: before half past eight it waits for the morning, after six for the next one. */
function inOfficeHours(time: Date, dice: number): Date {
  const minutes = minuteOfDay(time);
  if (minutes < 510) return startOfDay(dayOf(time), 510 + dice);
  return minutes > 1080 ? startOfDay(addDays(dayOf(time), 1), 510 + dice) : time;
}

function leadOf({ books }: Planting, example: Example, placeId: string | undefined, receivedAt: Date): string | undefined {
  const located = placeId ? books.gazetteer.places.get(placeId) : undefined;
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
      receivedAt,
    },
    books.data.rules!,
    books.data.catalogue!,
    books.unitFacts,
  );
  return proposal.unit ? books.unitsByCode.get(proposal.unit)?.id : undefined;
}
