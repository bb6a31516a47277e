import type { z } from "zod";
import { makeBatcher } from "../../../../foundation/batch.ts";
import { type Actor, contextOf, jobActor } from "../../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { reportersOf } from "../../../residents/index.ts";
import type { Receipt } from "../../contract.ts";
import type { Services } from "../../services.ts";
import { hashesOf } from "../../store/attachments.ts";
import { otherBody } from "../../store/command.ts";
import { dueWords } from "../../views/due-words.ts";
import { composeReceive, type ReceiveInput, type ReceiveOptions } from "./compose-receive.ts";
import { type Accusation, settleAccusation } from "./settle-accusation.ts";

interface Received {
  readonly repeated: boolean;
  readonly same: boolean;
  readonly result: { readonly id: string; readonly number: string; readonly version: number; readonly state: string };
}

/** The context of a batch: the county and the role; what each row may be was decided before it was composed. A resident's pictures may be tied to the new matters. */
const batchContext = (actor: Actor, rows: readonly Record<string, unknown>[]) => ({
  ...contextOf({
    ...actor,
    person: undefined,
    post: undefined,
    units: [],
    chain: [],
    served: [],
    places: [],
    matters: actor.role === "portal" ? rows.map((row) => (row.matter as { id: string }).id) : [],
    scope: "county",
  }),
});

/** Writes composed rows by one call of the hot function, in the order given. */
export async function writeReceived(db: Database, actor: Actor, rows: readonly Record<string, unknown>[]): Promise<Received[]> {
  const answer = await db.pool(actor.role).query<Received & { ordinal: number }>({
    name: "matters.receive",
    text: "select ordinal, repeated, same, result from matters.receive($1::jsonb, $2::jsonb)",
    values: [JSON.stringify(batchContext(actor, rows)), JSON.stringify(rows)],
  });
  const inOrder: Received[] = new Array(rows.length);
  for (const row of answer.rows) inOrder[row.ordinal - 1] = row;
  return inOrder;
}

/** A complaint of retaliation is closed in the transaction that receives it: there is no moment at which its accused side could read it. */
const writeRetaliation = (db: Database, actor: Actor, row: Record<string, unknown>, about: Accusation): Promise<Received> => {
  const id = (row.matter as { id: string }).id;
  return withActor(
    db,
    {
      ...actor,
      person: undefined,
      post: undefined,
      allPosts: [],
      units: [],
      chain: [],
      served: [],
      matters: [id],
      scope: "county",
    } as Actor,
    async (tx) => {
      const answer = await tx.query<Received>(
        "select ordinal, repeated, same, result from matters.receive($1::jsonb, $2::jsonb)",
        [JSON.stringify(batchContext(actor, [row])), JSON.stringify([row])],
      );
      await tx.query(
        `update matters.matters set retaliation = true, retaliation_of = $3, accused_units = $4, passed_over = $5
       where county_code = $1 and id = $2 and not retaliation`,
        [actor.county, id, about.retaliation?.of ?? null, about.accusedUnits, about.passedOver],
      );
      return answer.rows[0]!;
    },
  );
};

const batchers = new WeakMap<
  Database,
  (key: string, item: { actor: Actor; row: Record<string, unknown> }) => Promise<Received>
>();

/** Two batches may be under way at once, never for the same unit: none waits for a counter that the other holds until it commits. */
const laneOf = (unit: string): number => Number.parseInt(unit.slice(-4), 16) % 2;

/** Numbers are taken n at a time: calls that come within two milliseconds, or while a batch commits, share the next statement. */
function batcherOf(db: Database) {
  let batcher = batchers.get(db);
  if (!batcher) {
    batcher = makeBatcher({
      most: 64,
      gatherMilliseconds: 2,
      run: (_key, items) =>
        writeReceived(
          db,
          items[0]!.actor,
          items.map((item) => item.row),
        ),
    });
    batchers.set(db, batcher);
  }
  return batcher;
}

const inFlight = new WeakMap<Database, Map<string, Promise<Received>>>();

/**
 * Receives a matter from any door: acknowledged means committed. A repeat of the same command gets the first answer; another body
 * under its id is refused (`command.other-body`, 409). Throws `access.right-needed`, and what composing throws.
 */
export async function receiveMatter(
  services: Services,
  actor: Actor,
  input: ReceiveInput,
  options: ReceiveOptions = {},
): Promise<z.output<typeof Receipt>> {
  if (actor.role === "app" && !actor.rights.includes("matters.receive"))
    throw new Refusal("access.right-needed", { right: "matters.receive" }, { status: 403 });
  const books = await services.books(actor.county);
  const usual = options.unit ?? (actor.unit ? books.units.get(actor.unit) : undefined) ?? books.centre;
  const settled = input.complainedAbout && (await settleAccusation(services, books, actor, input, usual));
  const composed = composeReceive(services, books, actor, input, {
    ...options,
    ...settled,
    attachments: await hashesOf(services, actor, input.id, input.files),
  });
  const flying = inFlight.get(services.db) ?? new Map<string, Promise<Received>>();
  inFlight.set(services.db, flying);
  // the same command twice at once: the second waits, then finds the first one's answer
  await flying.get(input.commandId)?.catch(() => {});
  const writing = settled?.accusation.retaliation
    ? writeRetaliation(services.db, actor, composed.row, settled.accusation)
    : batcherOf(services.db)(`${actor.role}|${actor.county}|${laneOf(composed.row.unit as string)}`, {
        actor,
        row: composed.row,
      });
  flying.set(input.commandId, writing);
  const received = await writing.finally(() => flying.delete(input.commandId));
  if (!received.same) throw otherBody();

  const reporterId = received.repeated ? await firstReporter(services, actor, received.result.id) : composed.reporterId;
  const receipt = reporterId ? services.sealer.receiptOf(reporterId, 1) : { code: "", link: "", pin: "" };
  return {
    id: received.result.id,
    number: received.result.number,
    code: receipt.code,
    pin: receipt.pin,
    link: receipt.link ? `/f/${receipt.link}` : "",
    state: received.result.state,
    version: received.result.version,
    receivedAt: composed.receivedAt.toISOString(),
    title: composed.title,
    unit: { name: composed.unit.name, phone: composed.unit.phone },
    repeated: received.repeated,
    due: dueWords(
      books,
      {
        due_at: composed.dueAt.toISOString(),
        due_provisional: Boolean((composed.row.matter as { due_provisional: boolean }).due_provisional),
        state: received.result.state,
        closed_at: null,
        closed_in_time: null,
        term: (composed.row.matter as { term: string }).term,
        waiting_for_resident: false,
      },
      services.clock.now(),
      actor.locale,
    ),
  };
}

async function firstReporter(services: Services, actor: Actor, matterId: string): Promise<string | null> {
  // the same command came again with the same body: whoever sent it may have its receipt, also where the matter went past them
  const bearer: Actor = actor.role === "app" ? jobActor(actor.county) : { ...actor, matters: [matterId] };
  const found = await withActor(services.db, bearer, (tx) => reportersOf(tx, actor.county, matterId), { readOnly: true });
  return found[0]?.id ?? null;
}
