import { withActor } from "../../../foundation/db/pool.ts";
import { getReference, getRuleNames, matchRule, tellUs, tryRules } from "../contract.ts";
import { matchPast, ruleNames } from "../views/match-past.ts";
import { referenceOf } from "../views/reference.ts";
import { tryDraftOnPast } from "../views/try-draft.ts";
import type { MattersApi } from "./binding.ts";

export function bindDesk({ binder, services }: MattersApi): void {
  binder.bind(getReference, ({ actor }) => referenceOf(services, actor));
  binder.bind(tryRules, ({ actor, body }) => tryDraftOnPast(services, actor, body));
  binder.bind(getRuleNames, ({ actor }) => ruleNames(services, actor));
  binder.bind(matchRule, ({ actor, body }) => matchPast(services, actor, body));
  binder.bind(tellUs, async ({ actor, body }) => {
    await withActor(services.db, actor, (tx) =>
      tx.query(
        "insert into foundation.feedback (county_code, id, screen, words, at) values ($1, $2, $3, $4, $5) on conflict do nothing",
        [actor.county, body.commandId, body.screen, body.text, services.clock.now()],
      ),
    );
    return { kept: true };
  });
}
