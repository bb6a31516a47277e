import { dueOfAMatter } from "../actions/due-of-a-matter.ts";
import { renewCode } from "../actions/identity.ts";
import { receiveMatter } from "../actions/intake/receive-matter.ts";
import {
  dropDraft,
  listDrafts,
  listKnowledge,
  newCode,
  previewTriage,
  receiveMatter as receiveRoute,
  saveDraft,
  saveKnowledge,
} from "../contract.ts";
import { titleOfAMatter } from "../rules/title-of-a-matter.rule.ts";
import { dueWords } from "../views/due-words.ts";
import { keepKnowledge, knowledgeList } from "../views/knowledge.ts";
import { proposeFor } from "../views/triage/propose.ts";
import type { MattersApi } from "./binding.ts";

export function bindIntake({ binder, services, drafts }: MattersApi): void {
  binder.bind(receiveRoute, ({ actor, body }) => receiveMatter(services, actor, body));
  binder.bind(previewTriage, async ({ actor, body }) => {
    const books = await services.books(actor.county);
    const unit = actor.unit ? books.units.get(actor.unit) : undefined;
    const proposals = await proposeFor(services, actor, {
      id: body.excludeId,
      title: body.title ?? titleOfAMatter(undefined, body.text),
      text: body.text,
      door: "counter",
      placeId: body.placeId,
      placeWords: body.placeWords,
      townshipHint: unit?.level === "township" ? (unit.placeId ?? undefined) : undefined,
      secrecy: false,
    });
    const now = services.clock.now();
    const due = dueOfAMatter(books, now, body.kind ?? proposals.kind?.value ?? null, proposals.urgency.value);
    return {
      ...proposals,
      due: dueWords(
        books,
        {
          due_at: due.dueAt.toISOString(),
          due_provisional: due.provisional,
          state: "received",
          closed_at: null,
          closed_in_time: null,
          term: due.term,
          waiting_for_resident: false,
        },
        now,
        actor.locale,
      ),
    };
  });
  binder.bind(newCode, ({ actor, params, body }) => renewCode(services, actor, params.id, body));
  binder.bind(listDrafts, async ({ actor }) => ({ drafts: await drafts.list(services, actor) }));
  binder.bind(saveDraft, async ({ actor, params, body }) => ({
    savedAt: (await drafts.save(services, actor, params.key, body.body)).toISOString(),
  }));
  binder.bind(dropDraft, async ({ actor, params }) => ({ dropped: await drafts.drop(services, actor, params.key) }));
  binder.bind(listKnowledge, async ({ actor, query }) => ({ entries: await knowledgeList(services, actor, query.q) }));
  binder.bind(saveKnowledge, ({ actor, body }) => keepKnowledge(services, actor, body));
}
