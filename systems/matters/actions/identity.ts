import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { useApproval as spendApproval } from "../../approvals/index.ts";
import { noteOpening, OPENING_LIMITS, renewReceipt, reportersOf, withinOpeningLimits } from "../../residents/index.ts";
import { wayToAnIdentity } from "../rules/opening-an-identity.rule.ts";
import { mayMakeTheReturnCall } from "../rules/return-call.rule.ts";
import type { Services } from "../services.ts";
import { keepable } from "../store/command.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import type { ForAct } from "../store/row.ts";
import { groundOf, holdersOf } from "../views/page/grounds-of-an-identity.ts";
import { findForAct } from "./act-on-matter.ts";
import { type OnReporter, recordOnReporter } from "./record-on-reporter.ts";
import { noticesOfAnOpening } from "./tell-of-an-opening.ts";

interface Told {
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly account: string | null;
}

/** What is opened under a journal line and a reading, both written before anything is shown. */
interface Opening {
  readonly purpose: string;
  readonly content?: Readonly<Record<string, unknown>>;
  /** The approval's kind, where the opening takes a second person. */
  readonly kind?: "identity.sealed" | "identity.after-closing";
}

async function openRecorded(
  services: Services,
  actor: Actor,
  found: ForAct,
  asked: OnReporter,
  { purpose, content, kind }: Opening,
): Promise<Told> {
  const books = await services.books(actor.county);
  const id = found.matter.id;
  const at = services.clock.now();
  await withActor(services.db, actor, async (tx) => {
    await withinOpeningLimits(tx, actor, at);
    const approval = kind && (await spendApproval(tx, actor, { kind, subject: id, at }));
    if (approval && approval.uses > OPENING_LIMITS.underAnApproval)
      throw new Refusal("matters.identity-approval-used-up", { times: OPENING_LIMITS.underAnApproval }, { status: 403 });
    const ground = approval ? groundOf(approval, "zh-CN") : purpose;
    await recordOnReporter(tx, services.sealer, books, actor, found, "open-identity", at, asked, {
      purpose: ground,
      ...(approval && { approval: approval.id, unusual: true }),
      ...content,
    });
    if (approval) await noticesOfAnOpening(tx, books, actor, found, asked.reporterId, ground, at);
    await noteOpening(tx, actor, {
      matterId: id,
      at,
      purpose: ground,
      ...(approval && { approvalId: approval.id }),
      unusual: approval !== undefined,
    });
  });
  const told = await withActor(services.db, actor, (tx) => identityOf(tx, services, actor, id, asked.reporterId), {
    readOnly: true,
  });
  return { name: told?.name ?? null, phone: told?.phone ?? null, address: told?.address ?? null, account: told?.account ?? null };
}

async function identityOf(tx: Tx, services: Services, actor: Actor, id: string, reporterId: string) {
  const reporters = await reportersOf(tx, actor.county, id, services.sealer);
  return reporters.find((reporter) => reporter.id === reporterId)?.identity;
}

const article = "个人信息保护法 第六条" as const;

/**
 * Opens a reporter's sealed identity: for the holder of the open matter at once; after closing under another person's consent, and the
 * resident is told. Journalled and noted before anything is shown. Throws `matters.not-found`, `matters.identity-for-the-holder`,
 * `matters.identity-is-sealed`, `approvals.needed`, `matters.identity-approval-used-up`, `residents.too-many-openings`.
 */
export async function openIdentity(
  services: Services,
  actor: Actor,
  id: string,
  asked: OnReporter & { purpose: string },
): Promise<Told> {
  const found = await findForAct(services, actor, id);
  const way = wayToAnIdentity(actor, factsOf(found.matter, found.answered_by), found.matter.open);
  if (way.way === "none")
    throw new Refusal(
      "matters.identity-for-the-holder",
      { units: await holdersOf(services, actor, found) },
      { status: 403, article },
    );
  if (way.way === "now") return openRecorded(services, actor, found, asked, { purpose: keepable(asked.purpose) });
  if (way.kind === "identity.sealed")
    throw new Refusal("matters.identity-is-sealed", {}, { status: 403, article: "信访工作条例 第三十条" });
  return openRecorded(services, actor, found, asked, { purpose: keepable(asked.purpose), kind: way.kind });
}

/**
 * Opens an identity of a sealed class (举报, secrecy asked, retaliation) under another person's consent; the reporter is told. Throws what
 * `openIdentity` throws, and `matters.identity-not-sealed` where the ordinary way is open.
 */
export async function openSealedIdentity(services: Services, actor: Actor, id: string, asked: OnReporter): Promise<Told> {
  const found = await findForAct(services, actor, id);
  const way = wayToAnIdentity(actor, factsOf(found.matter, found.answered_by), found.matter.open);
  if (way.way === "none")
    throw new Refusal(
      "matters.identity-for-the-holder",
      { units: await holdersOf(services, actor, found) },
      { status: 403, article },
    );
  if (way.way !== "second-person" || way.kind !== "identity.sealed")
    throw new Refusal("matters.identity-not-sealed", {}, { status: 409 });
  return openRecorded(services, actor, found, asked, { purpose: "", kind: way.kind });
}

/**
 * Opens name and telephone for the officer who makes the return call of a closed matter; `call` is the open call, which its own system
 * has checked. The opening is journalled before anything is shown. Throws `matters.identity-for-the-holder`.
 */
export async function openIdentityForAReturnCall(
  services: Services,
  actor: Actor,
  id: string,
  asked: OnReporter & { readonly call: string },
): Promise<{ name: string | null; phone: string | null }> {
  const found = await findForAct(services, actor, id);
  if (found.matter.state !== "closed" || !mayMakeTheReturnCall(actor, factsOf(found.matter, found.answered_by)))
    throw new Refusal(
      "matters.identity-for-the-holder",
      { units: await holdersOf(services, actor, found) },
      { status: 403, article },
    );
  const { name, phone } = await openRecorded(services, actor, found, asked, { purpose: "回访", content: { call: asked.call } });
  return { name, phone };
}

/** The code was lost: the next generation replaces it, the old one opens nothing any more. */
export async function renewCode(
  services: Services,
  actor: Actor,
  id: string,
  asked: OnReporter,
): Promise<{ code: string; pin: string; link: string }> {
  const [books, found] = await Promise.all([services.books(actor.county), findForAct(services, actor, id)]);
  return withActor(services.db, actor, async (tx) => {
    await recordOnReporter(tx, services.sealer, books, actor, found, "new-code", services.clock.now(), asked, {});
    const told = await renewReceipt(tx, actor.county, asked.reporterId, services.sealer);
    return { code: told.code, pin: told.pin, link: `/f/${told.link}` };
  });
}
