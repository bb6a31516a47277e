import { type Actor, contextOf } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { makeLine } from "../../ledger/index.ts";
import { renewReceipt, reportersOf } from "../../residents/index.ts";
import { mayCallTheResident } from "../rules/access.ts";
import { mayMakeTheReturnCall } from "../rules/return-call.rule.ts";
import type { Services } from "../services.ts";
import { keepable, otherBody, requestHash } from "../store/command.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import { bytesOf, hexOf, lineJson } from "../store/line-json.ts";
import { findForAct } from "./act-on-matter.ts";
import { publicFacts } from "./public-facts.ts";

interface Asked {
  readonly commandId: string;
  readonly reporterId: string;
}

/** Writes a line on the matter that changes nothing but its version: an opening of an identity, a new code. */
async function recordOn(
  services: Services,
  actor: Actor,
  id: string,
  act: "open-identity" | "new-code",
  asked: Asked,
  content: Record<string, unknown>,
): Promise<void> {
  const [books, found] = await Promise.all([services.books(actor.county), findForAct(services, actor, id)]);
  if (!found.reporters.some((reporter) => reporter.id === asked.reporterId))
    throw new Refusal("matters.not-found", {}, { status: 404 });
  const now = services.clock.now();
  const row = { ...found.matter, version: found.matter.version + 1, updated_at: now.toISOString() };
  const line = lineJson(
    makeLine({
      county: actor.county,
      id: newId(),
      procedure: { kind: "matter", id },
      matter: id,
      version: row.version,
      act,
      at: now,
      command: asked.commandId,
      facts: publicFacts(row, books.versions),
      persons: {
        actor: { role: "app", ...(actor.person && { person: actor.person }), ...(actor.post && { post: actor.post }) },
        persons: [asked.reporterId],
      },
      text: { attachments: [], content: content as never },
    }),
    bytesOf(found.matter.head_leaf),
  );
  const body = {
    command_id: asked.commandId,
    request_hash: requestHash({ id, act, ...asked }),
    matter_id: id,
    base_version: found.matter.version,
    at: now.toISOString(),
    row: { ...row, head_leaf: hexOf(line.leaf) },
    lines: [line.json],
    result: { id },
  };
  const written = (
    await services.db
      .pool(actor.role)
      .query<{ written: { conflict?: true; repeated?: true; same?: boolean } }>(
        "select matters.act($1::jsonb, $2::jsonb) as written",
        [JSON.stringify(contextOf(actor)), JSON.stringify(body)],
      )
  ).rows[0]!.written;
  if (written.repeated && !written.same) throw otherBody();
  if (written.conflict) throw new Refusal("matters.changed-meanwhile", { version: null, changes: [] }, { status: 409 });
}

/** Opens a reporter's sealed identity for the holder of the open matter. The opening is journalled before anything is shown. */
export async function openIdentity(services: Services, actor: Actor, id: string, asked: Asked & { purpose: string }) {
  const found = await findForAct(services, actor, id);
  if (!found.matter.open || !mayCallTheResident(actor, factsOf(found.matter, found.answered_by)))
    throw new Refusal("matters.identity-for-the-holder", {}, { status: 403, article: "个人信息保护法 第六条" });
  await recordOn(services, actor, id, "open-identity", asked, { purpose: keepable(asked.purpose) });
  const told = await identityOf(services, actor, id, asked.reporterId);
  return { name: told?.name ?? null, phone: told?.phone ?? null, address: told?.address ?? null, account: told?.account ?? null };
}

/**
 * Opens name and telephone for the officer who makes the return call of a closed matter; `call` is the open call, which its own system
 * has checked. The opening is journalled before anything is shown. Throws `matters.identity-for-the-holder`.
 */
export async function openIdentityForAReturnCall(
  services: Services,
  actor: Actor,
  id: string,
  asked: Asked & { readonly call: string },
): Promise<{ name: string | null; phone: string | null }> {
  const found = await findForAct(services, actor, id);
  if (found.matter.state !== "closed" || !mayMakeTheReturnCall(actor, factsOf(found.matter, found.answered_by)))
    throw new Refusal("matters.identity-for-the-holder", {}, { status: 403, article: "个人信息保护法 第六条" });
  await recordOn(services, actor, id, "open-identity", asked, { purpose: "回访", call: asked.call });
  const told = await identityOf(services, actor, id, asked.reporterId);
  return { name: told?.name ?? null, phone: told?.phone ?? null };
}

async function identityOf(services: Services, actor: Actor, id: string, reporterId: string) {
  const reporters = await withActor(services.db, actor, (tx) => reportersOf(tx, actor.county, id, services.sealer), {
    readOnly: true,
  });
  return reporters.find((reporter) => reporter.id === reporterId)?.identity;
}

/** The code was lost: the next generation replaces it, the old one opens nothing any more. */
export async function renewCode(
  services: Services,
  actor: Actor,
  id: string,
  asked: Asked,
): Promise<{ code: string; link: string }> {
  await recordOn(services, actor, id, "new-code", asked, {});
  return withActor(services.db, actor, async (tx) => {
    const told = await renewReceipt(tx, actor.county, asked.reporterId, services.sealer);
    return { code: told.code, link: `/f/${told.link}` };
  });
}
