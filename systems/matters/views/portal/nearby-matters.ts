import { type Actor, jobActor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { dayOf } from "../../../../foundation/time/index.ts";
import type { NearbyMatter } from "../../contract.ts";
import type { MatterState } from "../../rules/lifecycle.ts";
import { proposeSame } from "../../rules/triage/same-as.ts";
import type { Services } from "../../services.ts";
import { placeWords } from "../place-words.ts";
import { candidateOf, findCandidates } from "../triage/find-candidates.ts";

const MOST = 3;
const DAYS = 30;
/** What may be told to a stranger: an open matter of a village, of a category that a person confirmed; nothing secret, nothing reported against anyone. */
const TELLABLE = `select id, version, state, category_code, village_id, received_at, due_at from matters.matters
  where county_code = $1 and id = any ($2::uuid[]) and open and state <> 'received' and place_confirmed and not secrecy
    and kind not in ('report', 'complaint', 'dispute') and complained_unit is null and complained_post is null and complained_words is null
    and category_code is not null and village_id is not null and received_at > $3 and state <> 'shelved'`;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly state: MatterState;
  readonly category_code: string;
  readonly village_id: string;
  readonly received_at: Date;
  readonly due_at: Date;
}

/**
 * Open matters of the last 30 days in the same village that are like this text: at most three, likest first, told by category, village
 * and day alone. Read by the jobs' role, since a stranger's own context sees no matter at all.
 */
export async function nearbyMatters(
  services: Services,
  actor: Actor,
  about: { text: string; placeId?: string; categoryCode?: string },
): Promise<NearbyMatter[]> {
  const books = await services.books(actor.county);
  const place = about.placeId ? books.gazetteer.places.get(about.placeId) : undefined;
  if (!place?.villageId) return [];
  const now = services.clock.now();
  const jobs = jobActor(actor.county);
  return withActor(
    services.db,
    jobs,
    async (tx) => {
      const rows = await findCandidates(
        tx,
        actor.county,
        { text: about.text, villageId: place.villageId, townshipId: place.townshipId },
        now,
      );
      const village = books.gazetteer.places.get(place.villageId!)?.code ?? null;
      const { similar } = proposeSame(
        { text: about.text, category: about.categoryCode ?? null, village },
        rows.map((row) => candidateOf(books, row, now)),
      );
      const since = new Date(now.getTime() - DAYS * 86_400_000);
      const told = await tx.query<Row>(TELLABLE, [actor.county, similar.map(({ id }) => id), since]);
      const known = new Map(told.rows.filter((row) => row.village_id === place.villageId).map((row) => [row.id, row]));
      return similar
        .flatMap(({ id }) => {
          const row = known.get(id);
          const category = row && books.categories.get(row.category_code);
          if (!row || !category) return [];
          const name = actor.locale === "en" ? category.name.en : category.name.zh;
          return [
            {
              id,
              version: row.version,
              category: name,
              place: placeWords(books, row.village_id) ?? "",
              receivedOn: dayOf(row.received_at),
              state: row.state,
              dueOn: dayOf(row.due_at),
            },
          ];
        })
        .slice(0, MOST);
    },
    { readOnly: true },
  );
}
