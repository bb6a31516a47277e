import { type Actor, contextOf } from "../../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { makeLine } from "../../../ledger/index.ts";
import type { Services } from "../../services.ts";
import { otherBody, requestHash } from "../../store/command.ts";
import { bytesOf, hexOf, lineJson } from "../../store/line-json.ts";
import type { ForAct, MatterRow } from "../../store/row.ts";
import { findForAct } from "../act-on-matter.ts";
import { publicFacts } from "../public-facts.ts";

/** Something said of a matter that moves it nowhere: its own line in the journal, its version one more. */
export interface Recorded {
  readonly commandId: string;
  readonly act: "correct-own" | "quiet" | "keep-secret" | "own-code" | "four-digits" | "ask-right" | "answer-right";
  readonly reporterId: string;
  /** What was asked, for telling a repeat from another body. */
  readonly asked: object;
  /** Columns of the matter that change with it. */
  readonly row?: Partial<MatterRow>;
  /** The county centre finds it among what waits for it. */
  readonly tellTheCentre?: boolean;
}

const TRIES = 4;

/**
 * Writes the line, and by `also` what belongs to it, in one transaction; `also` runs first and gives the words of the line. Where the
 * matter moved on meanwhile it is done again on the version that is there: what is recorded here stays true whatever else happened.
 * A repeat changes nothing and gives false.
 */
export async function recordOnAMatter(
  services: Services,
  actor: Actor,
  id: string,
  recorded: Recorded,
  also: (tx: Tx, found: ForAct) => Promise<Record<string, unknown>>,
): Promise<boolean> {
  const books = await services.books(actor.county);
  for (let nth = 1; ; nth++) {
    const found = await findForAct(services, actor, id);
    if (!found.reporters.some((reporter) => reporter.id === recorded.reporterId))
      throw new Refusal("matters.not-found", {}, { status: 404 });
    const now = services.clock.now();
    const row = { ...found.matter, ...recorded.row, version: found.matter.version + 1, updated_at: now.toISOString() };
    const written = await withActor(services.db, actor, async (tx) => {
      const known = await tx.query<{ same: boolean }>(
        "select request_hash = decode($3, 'hex') as same from foundation.commands where county_code = $1 and command_id = $2",
        [actor.county, recorded.commandId, hashOf(services, id, recorded)],
      );
      if (known.rows[0]) return known.rows[0].same ? "repeated" : "other";
      const content = await also(tx, found);
      const line = lineJson(
        makeLine({
          county: actor.county,
          id: newId(),
          procedure: { kind: "matter", id },
          matter: id,
          version: row.version,
          act: recorded.act,
          at: now,
          command: recorded.commandId,
          facts: publicFacts(row, books.versions),
          persons: {
            actor:
              actor.role === "portal"
                ? { role: "portal", reporter: recorded.reporterId }
                : { role: "app", ...(actor.person && { person: actor.person }), ...(actor.post && { post: actor.post }) },
            persons: [recorded.reporterId],
          },
          text: { attachments: [], content: content as never },
        }),
        bytesOf(found.matter.head_leaf),
      );
      const body = {
        command_id: recorded.commandId,
        request_hash: hashOf(services, id, recorded),
        matter_id: id,
        base_version: found.matter.version,
        at: now.toISOString(),
        row: { ...row, head_leaf: hexOf(line.leaf) },
        lines: [line.json],
        ...(recorded.tellTheCentre && books.centre && { notices: [noticeTo(books.centre.id, row, recorded.act, now)] }),
        result: { id },
      };
      const answer = await tx.query<{ written: { conflict?: true } }>("select matters.act($1::jsonb, $2::jsonb) as written", [
        JSON.stringify(contextOf(actor)),
        JSON.stringify(body),
      ]);
      if (answer.rows[0]!.written.conflict) throw new MovedOn();
      return "done";
    }).catch((fault) => {
      if (fault instanceof MovedOn) return "conflict";
      throw fault;
    });
    if (written === "other") throw otherBody();
    if (written !== "conflict") return written === "done";
    if (nth === TRIES) throw new Refusal("matters.changed-meanwhile", { version: null, changes: [] }, { status: 409 });
  }
}

const noticeTo = (unit: string, row: MatterRow, act: string, now: Date) => ({
  id: newId(),
  reporter_id: null,
  unit_id: unit,
  kind: act,
  channel: "list",
  state: "waiting",
  words: `${row.number}「${row.title}」`,
  at: now.toISOString(),
});

class MovedOn extends Error {}

const hashOf = ({ sealer }: Services, id: string, { act, reporterId, asked }: Recorded): string =>
  requestHash(sealer, { id, act, reporterId, ...asked });
