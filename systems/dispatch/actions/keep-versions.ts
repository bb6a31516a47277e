import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import type { CatalogueItem, Duty } from "../rules/dispatch-shapes.ts";
import { faultsOfCatalogue, faultsOfDuties } from "../rules/faults-of-a-catalogue.rule.ts";
import type { CatalogueServices } from "../services.ts";
import { type BookName, bodyOf, linesOf, type VersionRow, versionIn, versionsIn } from "../store/versions.ts";

export interface NewVersion {
  readonly book: BookName;
  readonly state: "draft" | "proposed";
  readonly lines: readonly (CatalogueItem | Duty)[];
  readonly note: string;
  readonly source: string;
}

/** Adds a version begun from the one that is on; two that are added at once wait for each other. Returns its number. */
export async function addVersion(tx: Tx, actor: Actor, next: NewVersion, at: Date): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtext('dispatch.books'), $1)", [actor.county]);
  const { rows } = await tx.query<{ version: number; on: number | null }>(
    `select coalesce(max(version), 0) + 1 as version, max(version) filter (where state = 'on') as on
     from dispatch.books where county_code = $1 and book = $2`,
    [actor.county, next.book],
  );
  const { version, on } = rows[0]!;
  await tx.query(
    `insert into dispatch.books (county_code, book, version, state, body, source, note, proposed_by_post, based_on, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      actor.county,
      next.book,
      version,
      next.state,
      JSON.stringify(bodyOf(next.book, version, next.lines)),
      next.source,
      next.note,
      actor.post ?? null,
      on,
      at,
    ],
  );
  return version;
}

const setState = (tx: Tx, county: number, book: BookName, version: number, state: string, rest = "", values: unknown[] = []) =>
  tx.query(`update dispatch.books set state = $4${rest} where county_code = $1 and book = $2 and version = $3`, [
    county,
    book,
    version,
    state,
    ...values,
  ]);

async function inState(tx: Tx, actor: Actor, book: BookName, version: number, states: readonly string[]): Promise<VersionRow> {
  await tx.query("select pg_advisory_xact_lock(hashtext('dispatch.books'), $1)", [actor.county]);
  const row = await versionIn(tx, actor.county, book, version);
  if (!states.includes(row.state)) throw new Refusal("dispatch.version-not-open", { version }, { status: 409 });
  return row;
}

/** Keeps a draft as a new version; the drafts before it become past. */
export async function draftVersion(
  { db, clock }: CatalogueServices,
  actor: Actor,
  next: Omit<NewVersion, "state">,
): Promise<number> {
  return withActor(db, actor, async (tx) => {
    await tx.query("update dispatch.books set state = 'past' where county_code = $1 and book = $2 and state = 'draft'", [
      actor.county,
      next.book,
    ]);
    return addVersion(tx, actor, { ...next, state: "draft" }, clock.now());
  });
}

/** Puts a draft before another post. Refuses `dispatch.version-has-faults` with the first fault's sentence facts. */
export async function proposeVersion(services: CatalogueServices, actor: Actor, book: BookName, version: number): Promise<void> {
  const register = await services.register(actor.county);
  await withActor(services.db, actor, async (tx) => {
    const row = await inState(tx, actor, book, version, ["draft"]);
    const duties = (await versionsIn(tx, actor.county, "duties")).find(({ state }) => state === "on");
    const faults =
      book === "catalogue"
        ? faultsOfCatalogue(linesOf(row) as CatalogueItem[], register, duties && { version: 0, lines: linesOf(duties) as Duty[] })
        : faultsOfDuties(linesOf(row) as Duty[], register);
    if (faults[0]) throw new Refusal("dispatch.version-has-faults", { count: faults.length, line: faults[0].line });
    await setState(tx, actor.county, book, version, "proposed", ", proposed_by_post = $5", [actor.post ?? null]);
  });
}

/** Another post than the proposer's approves: this version is on, the one before it past. 409 where another came on meanwhile. */
export async function approveVersion(
  { db, clock }: CatalogueServices,
  actor: Actor,
  book: BookName,
  version: number,
): Promise<void> {
  await withActor(db, actor, async (tx) => {
    const row = await inState(tx, actor, book, version, ["proposed"]);
    if (!actor.post || row.proposed_by_post === actor.post)
      throw new Refusal("dispatch.approved-by-another-post", {}, { status: 403 });
    const on = (await versionsIn(tx, actor.county, book)).find(({ state }) => state === "on");
    if (on && row.based_on !== on.version)
      throw new Refusal("dispatch.another-version-came-on", { version, on: on.version }, { status: 409 });
    const today = dayOf(clock.now());
    if (on) await setState(tx, actor.county, book, on.version, "past", ", valid_to = greatest(valid_from, $5::date)", [today]);
    await setState(tx, actor.county, book, version, "on", ", approved_by_post = $5, valid_from = $6", [actor.post, today]);
  });
}

/** Lays a draft or a proposed version aside, with the reason. Nothing else changes. */
export async function setVersionAside({ db }: CatalogueServices, actor: Actor, book: BookName, version: number, because: string) {
  await withActor(db, actor, async (tx) => {
    const row = await inState(tx, actor, book, version, ["draft", "proposed"]);
    await setState(tx, actor.county, book, version, "past", ", note = $5", [[row.note, because].filter(Boolean).join("；")]);
  });
}
