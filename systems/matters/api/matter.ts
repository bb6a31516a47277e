import { read, withActor } from "../../../foundation/db/pool.ts";
import { postNames } from "../../teams/index.ts";
import { actInOneGo } from "../actions/act-in-one-go.ts";
import { actOnMatter, findForAct } from "../actions/act-on-matter.ts";
import { noticeWords } from "../actions/notices.ts";
import { actOnMatter as actRoute, findByNumber, getMatter, actInOneGo as goRoute, presence, previewNotice } from "../contract.ts";
import { blanksIn } from "../rules/nothing-left-unfilled.rule.ts";
import { matterPage } from "../views/page/matter-page.ts";
import { makePresence } from "../views/page/presence.ts";
import { proposeFor } from "../views/triage/propose.ts";
import type { MattersApi } from "./binding.ts";

export function bindMatter({ binder, services }: MattersApi): void {
  const who = makePresence(() => services.clock.now().getTime());
  binder.bind(getMatter, async ({ actor, params }) => {
    const page = await matterPage(services, actor, params.id);
    services.readings.note(actor, params.id, "matter", services.clock.now());
    return page;
  });
  binder.bind(findByNumber, async ({ actor, params }) => {
    const rows = await read<{ id: string }>(
      services.db,
      actor,
      "select id from matters.matters where county_code = $1 and number = $2",
      [actor.county, params.number.trim().toUpperCase()],
    );
    return { id: rows[0]?.id ?? null };
  });
  binder.bind(actRoute, async ({ actor, params, body }) => {
    const decides = body.act === "accept" || body.act === "correct";
    const proposal = decides ? await proposalAt(actor, params.id) : undefined;
    return actOnMatter(services, actor, params.id, body, { proposal });
  });
  binder.bind(goRoute, async ({ actor, params, body }) => {
    const decides = body.acts.some((one) => one.act === "accept");
    return actInOneGo(services, actor, params.id, body, decides ? await proposalAt(actor, params.id) : undefined);
  });
  binder.bind(previewNotice, async ({ actor, params, body }) => {
    const [books, found] = await Promise.all([services.books(actor.county), findForAct(services, actor, params.id)]);
    const text = noticeWords(books, body.act, found.matter, { text: body.reply }) ?? body.reply;
    return {
      text,
      unfilled: blanksIn(body.reply),
      channels: ["list" as const],
      silent: found.reporters.every((reporter) => reporter.quiet),
    };
  });
  binder.bind(presence, async ({ actor, params, body }) => {
    await findForAct(services, actor, params.id);
    return { here: who.seen(params.id, actor.post ?? actor.person ?? "", body.doing, await postName(actor)) };
  });

  /** What the machine proposed when the person decided, in short: kept beside the decision. */
  async function proposalAt(actor: Parameters<typeof proposeFor>[1], id: string) {
    const { matter } = await findForAct(services, actor, id);
    const proposed = await proposeFor(services, actor, {
      id,
      title: matter.title,
      text: matter.body,
      receivedAt: new Date(matter.received_at),
      door: matter.door as never,
      placeWords: matter.place_words,
      complainedUnit: matter.complained_unit,
      complainedPost: matter.complained_post,
      complainedWords: matter.complained_words,
      secrecy: matter.secrecy,
    });
    return {
      kind: proposed.kind?.value ?? null,
      category: proposed.category?.value ?? null,
      urgency: proposed.urgency.value,
      place: proposed.place.kind === "one" ? proposed.place.place.id : proposed.place.kind,
      unit: proposed.unit?.unitId ?? null,
      rule: proposed.unit?.rule ?? null,
      similar: proposed.similar.map((one) => one.id),
      versions: proposed.versions,
    };
  }

  async function postName(actor: Parameters<typeof proposeFor>[1]): Promise<string> {
    if (!actor.post) return "";
    const post = await withActor(services.db, actor, (tx) => postNames(tx, actor.county, [actor.post!]), { readOnly: true });
    const found = post.get(actor.post);
    return found ? `${found.unit} · ${found.name}` : "";
  }
}
