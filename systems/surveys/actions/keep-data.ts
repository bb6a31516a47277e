import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import type { Services } from "../../matters/index.ts";
import type { keepData as route } from "../contract.ts";
import { DATA, type DataName, type DataOf } from "../rules/survey-data.ts";
import { onceOnly } from "../store/command.ts";
import { versionsOf } from "../store/data.ts";

type Input = z.output<NonNullable<typeof route.body>>;

/**
 * A new version of sampling, script or formulas, from a day on that is not past: what was counted stays as it was counted. Throws
 * `surveys.not-backwards`, `surveys.data-changed-meanwhile` (409), `surveys.data-not-understood` with the field.
 */
export async function keepData(services: Services, actor: Actor, name: DataName, input: Input) {
  const at = services.clock.now();
  const parsed = DATA[name].safeParse(input.body);
  if (!parsed.success)
    throw new Refusal("surveys.data-not-understood", { field: parsed.error.issues[0]?.path.join(".") ?? "" }, { status: 400 });
  if (input.validFrom < dayOf(at)) throw new Refusal("surveys.not-backwards", { today: dayOf(at) });
  return withActor(services.db, actor, (tx) =>
    onceOnly(tx, actor.county, { name, ...input }, at, async () => {
      const last = (await versionsOf(tx, actor.county, name))[0];
      if ((last?.version ?? 0) !== input.baseVersion)
        throw new Refusal("surveys.data-changed-meanwhile", { version: last?.version ?? 0 }, { status: 409 });
      const version = input.baseVersion + 1;
      await write(tx, actor.county, {
        name,
        version,
        validFrom: input.validFrom,
        body: parsed.data,
        source: "desk",
        post: actor.post,
        at,
      });
      return { name, version };
    }),
  );
}

interface Written {
  readonly name: DataName;
  readonly version: number;
  readonly validFrom: string;
  readonly body: unknown;
  readonly source: string;
  readonly post?: string;
  readonly at: Date;
}
const write = (tx: Tx, county: number, one: Written) =>
  tx.query(
    "insert into surveys.data (county_code, name, version, valid_from, body, source, by_post, at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
    [county, one.name, one.version, one.validFrom, JSON.stringify(one.body), one.source, one.post ?? null, one.at],
  );

/** Plants the county's data as version 1; what the county has already stays. */
export async function seedSurveys(
  tx: Tx,
  county: number,
  data: { readonly [N in DataName]: DataOf<N> },
  source: string,
): Promise<void> {
  for (const name of Object.keys(DATA) as DataName[])
    await write(tx, county, {
      name,
      version: 1,
      validFrom: "2020-01-01",
      body: DATA[name].parse(data[name]),
      source,
      at: new Date(),
    });
}
