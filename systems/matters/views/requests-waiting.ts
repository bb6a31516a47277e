import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { listPersonRequests } from "../contract/person-requests.ts";
import { mayAnswerRequests, REQUEST_KINDS, type RequestKind } from "../rules/person-requests.rule.ts";
import type { Services } from "../services.ts";

interface Row {
  readonly id: string;
  readonly matter: string;
  readonly number: string;
  readonly title: string;
  readonly kind: RequestKind;
  readonly words: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly granted: boolean | null;
  readonly answer: string | null;
}

const COLUMNS = `r.id, r.matter_id as matter, m.number, m.title, r.kind, r.words, r.asked_at as "askedAt", r.due_at as "dueAt",
  r.answered_at as "answeredAt", r.granted, r.answer
  from matters.person_requests r join matters.matters m on m.county_code = r.county_code and m.id = r.matter_id where r.county_code = $1`;

/** Requests of residents about their data in the matters that this officer sees: up to 100 that wait, and the last 20 answered. */
export async function personRequests(services: Services, actor: Actor): Promise<z.output<typeof listPersonRequests.answer>> {
  if (!mayAnswerRequests(actor)) throw new Refusal("access.not-yours", { act: "answer-right" }, { status: 403 });
  const now = services.clock.now();
  const told = (row: Row) => ({
    ...row,
    article: REQUEST_KINDS[row.kind].article,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    overdue: row.answeredAt === null && row.dueAt < now,
    answeredAt: row.answeredAt?.toISOString() ?? null,
  });
  const [waiting, answered] = await Promise.all([
    read<Row>(services.db, actor, `select ${COLUMNS} and r.answered_at is null order by r.due_at, r.id limit 100`, [
      actor.county,
    ]),
    read<Row>(services.db, actor, `select ${COLUMNS} and r.answered_at is not null order by r.answered_at desc, r.id limit 20`, [
      actor.county,
    ]),
  ]);
  return { waiting: waiting.map(told), answered: answered.map(told) };
}
