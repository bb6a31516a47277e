import pg from "pg";
import type { Actor } from "../../foundation/db/actor.ts";
import { newId } from "../../foundation/ids.ts";
import { ReceiveMatter } from "../../systems/matters/contract.ts";
import { receiveMatter } from "../../systems/matters/index.ts";
import type { TestCounty } from "../builders/county.ts";
import { CENTRE, LONGSHAN, madeUpId, officerOf, placeNamed, unitId, ZHONGTOU } from "../builders/matter.ts";
import type { MatterKind, Relation } from "./expected.table.ts";

/** A word that stands in every matter of the world and nowhere else. */
export const WORD = "石榴树";
const RECEIVER = "township-410425103";
const UNDER = "village-410425001001";
const [LEAD, SUPPORT, ACCUSED_OFFICERS, BODY] = ["city-management", "transport", "housing", "discipline"];
const ACCUSED_POST = "housing.handle";

export interface Stood {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly code: string;
  readonly file: string;
  readonly call: string;
}

type Told = Pick<Parameters<typeof ReceiveMatter.parse>[0] & object, never> & Record<string, unknown>;

/** One matter of each kind, each with a row in every table that hangs on a matter, and every unit but two drawn in. */
export async function makeWorld(county: TestCounty): Promise<{
  readonly matters: Record<MatterKind, Stood>;
  readonly base: Stood;
  readonly actorOf: (relation: Relation, rights: readonly string[]) => Actor;
}> {
  const books = await county.services.books(county.code);
  const owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  const post = (await owner.query<{ id: string }>("select id from teams.posts where code = $1", [ACCUSED_POST])).rows[0]!.id;
  const place = await placeNamed(county, "冢头镇", "东街村");
  const receiver = await officerOf(county, RECEIVER, ["matters.receive"]);
  const about = { unitId: unitId(county, LONGSHAN) };
  const handled = [LEAD, SUPPORT, LONGSHAN, UNDER, ACCUSED_OFFICERS].map((code) => unitId(county, code));

  const receive = async (told: Told): Promise<Stood> => {
    const file = newId();
    const receipt = await receiveMatter(
      county.services,
      receiver,
      ReceiveMatter.parse({
        commandId: newId(),
        id: newId(),
        door: "counter",
        text: `${WORD}边上的路塌了一块（示例）。`,
        urgency: "ordinary",
        categoryCode: "roads.road-damage",
        place: { placeId: place },
        ...told,
        reporter: { name: "虚构甲", phone: "13900000000", ...(told.reporter as object) },
      }),
    );
    const call = newId();
    const { id } = receipt;
    await owner.query(
      `update matters.matters set involved_units = $2, lead_unit = coalesce(lead_unit, $3) where id = $1 and not coalesce(retaliation, false)`,
      [id, handled, handled[0]],
    );
    await owner.query("update matters.matters set involved_units = $2 where id = $1 and retaliation", [id, handled]);
    await owner.query(
      "update matters.matters set involved_units = $2, support_units = $3 where id = $1 and complained_words is not null",
      [id, handled.slice(0, 2), handled.slice(1, 2)],
    );
    await owner.query(
      `insert into foundation.files (county_code, id, matter_id, name, kind, size, sha256, at)
       values ($1, $2, $3, '照片.jpg', 'image/jpeg', 9, sha256('x'), now())`,
      [county.code, file, id],
    );
    await owner.query(
      `insert into matters.assignments (county_code, id, matter_id, unit_id, role, state, since) values ($1, $2, $3, $4, 'lead', 'sent', now())`,
      [county.code, newId(), id, handled[0]],
    );
    await owner.query(
      `insert into matters.notices (county_code, id, matter_id, unit_id, kind, channel, state, words, at)
       values ($1, $2, $3, $4, 'received', 'list', 'waiting', '示例', now())`,
      [county.code, newId(), id, handled[0]],
    );
    await owner.query(
      `insert into matters.proposals (county_code, matter_id, version, at, facts, versions, unit, supports, rule, decided_unit)
       values ($1, $2, 1, now(), '{}', '{}', $3, '{}', 'r', $3)`,
      [county.code, id, handled[0]],
    );
    await owner.query(
      `insert into clocks.events (county_code, id, running_id, matter_id, what, at)
       select county_code, $2, id, matter_id, 'started', now() from clocks.running where matter_id = $1 limit 1`,
      [id, newId()],
    );
    await owner.query(
      `insert into service.requests (county_code, id, matter_id, version, state, unit_id, opened_at, head_leaf)
       values ($1, $2, $3, 1, 'opened', $4, now(), sha256('x'))`,
      [county.code, newId(), id, handled[0]],
    );
    await owner.query(
      `insert into surveys.calls (county_code, id, matter_id, reporter_id, closing, version, state, unit_id, handled_units, closed_at,
         sampling_version, due_from, updated_at, head_leaf)
       values ($1, $2, $3, $4, 1, 1, 'answered', $5, $6, now(), 1, now(), now(), sha256('x'))`,
      [
        county.code,
        call,
        id,
        newId(),
        handled[0],
        [...handled, unitId(county, RECEIVER), unitId(county, ZHONGTOU), unitId(county, BODY)],
      ],
    );
    const sent = newId();
    await owner.query(
      `insert into orders.files (county_code, id, version, platform, layout_version, form, rows, sent_at, sendings, sha256, head_leaf)
       values ($1, $2, 1, 'p', 1, 'csv', 1, now(), 1, sha256('x'), sha256('x'))`,
      [county.code, sent],
    );
    await owner.query(
      `insert into orders.rows (county_code, matter_id, state, answer_version, file_id, place) values ($1, $2, 'answered', 1, $3, 1)`,
      [county.code, id, sent],
    );
    await owner.query(
      `insert into supervision.notices (county_code, id, post_id, matter_id, what, due_at, urgent, at)
       values ($1, $2, $3, $4, 'soon', now(), false, now())`,
      [county.code, newId(), madeUpId("post told"), id],
    );
    await owner.query(
      `insert into matters.recusals (county_code, id, matter_id, person_id, ground, at) values ($1, $2, $3, $4, 'declared', now())`,
      [county.code, newId(), id, madeUpId("person with an interest")],
    );
    await owner.query(
      `insert into approvals.approvals (county_code, id, version, kind, subject, matter_id, purpose, words, state, asked_person, asked_post,
         asked_unit, asked_at, decide_until, hours, head_leaf)
       values ($1, $2, 1, 'identity.sealed', $3::uuid::text, $3::uuid, 'reach-for-facts', $4, 'asked', $5, $6, $7, now(), now() + interval '3 days', 24,
         decode(repeat('00', 36), 'hex'))`,
      [county.code, newId(), id, WORD, madeUpId("person asking"), madeUpId("post asking"), unitId(county, CENTRE)],
    );
    return { id, number: receipt.number, version: receipt.version, code: receipt.code, file, call };
  };

  const base = await receive({ kind: "hazard", text: "另一件：沟堵了（示例）。" });
  const earlier = await receive({ kind: "complaint", text: "先前的一件（示例）。", complainedAbout: about });
  await owner.query("update matters.matters set involved_units = array[$2::uuid], lead_unit = $2 where id = $1", [
    earlier.id,
    unitId(county, LEAD),
  ]);
  const matters: Record<MatterKind, Stood> = {
    "complains of nobody": await receive({ kind: "hazard" }),
    "an open claim about a unit": await receive({ kind: "complaint", complainedAbout: about }),
    "a suggestion about a unit": await receive({ kind: "suggestion", complainedAbout: about }),
    "an open claim about an officer": await receive({ kind: "complaint", complainedAbout: { postId: post } }),
    "a report about a unit": await receive({ kind: "report", complainedAbout: about }),
    "secrecy asked about a unit": await receive({ kind: "complaint", complainedAbout: about, reporter: { wantsSecrecy: true } }),
    "about a unit, not classed yet": await receive({ complainedAbout: about }),
    "a report about an officer": await receive({ kind: "report", complainedAbout: { postId: post } }),
    "a report in words alone": await receive({ kind: "report", complainedAbout: { words: "一个穿制服的人（示例）" } }),
    "retaliation by a unit": await receive({
      kind: "complaint",
      complainedAbout: { ...about, retaliation: { earlier: earlier.number } },
    }),
    "a report about the county centre": await receive({
      kind: "report",
      complainedAbout: { unitId: unitId(county, CENTRE) },
    }),
  };
  await owner.end();

  const chainOf = (code: string): string[] => {
    const chain: string[] = [];
    for (let unit = books.unitsByCode.get(code); unit; unit = unit.parentId ? books.units.get(unit.parentId) : undefined)
      chain.push(unit.id);
    return chain;
  };
  const at = (code: string, scope: Actor["scope"], more: Partial<Actor> = {}): Omit<Actor, "rights"> => {
    const unit = books.unitsByCode.get(code)!;
    return {
      role: "app",
      county: county.code,
      person: madeUpId(`person ${code}`),
      post: madeUpId(`post ${code}`),
      unit: unit.id,
      units: [unit.id],
      chain: chainOf(code),
      places: scope === "places" ? [unit.placeId!] : [],
      scope,
      locale: "zh-CN",
      ...more,
    };
  };
  const WHO: Record<Relation, Omit<Actor, "rights">> = {
    "works elsewhere": at("labour", "units"),
    "serves another township": at("township-410425104", "places"),
    "received it": at(RECEIVER, "places"),
    "leads it": at(LEAD, "units"),
    "supports it": at(SUPPORT, "units"),
    "works at the county centre": at(CENTRE, "county"),
    "serves the township where it happened": at(ZHONGTOU, "places"),
    "works in the unit complained of": at(LONGSHAN, "places"),
    "works under the unit complained of": at(UNDER, "places"),
    "is the officer complained of": at(ACCUSED_OFFICERS, "units", { post, allPosts: [post], served: [post] }),
    "works beside the officer complained of": at(ACCUSED_OFFICERS, "units"),
    "held the post complained of earlier": at(CENTRE, "county", { person: madeUpId("person moved"), served: [post] }),
    "stands in on the post complained of": at(CENTRE, "county", {
      person: madeUpId("person standing in"),
      allPosts: [madeUpId(`post ${CENTRE}`), post],
    }),
    "declared an interest in it": at(CENTRE, "county", { person: madeUpId("person with an interest") }),
    "works in the body that receives what the centre must not": at(BODY, "units"),
    "works in another county": { ...at(CENTRE, "county"), county: 410426 },
  };
  return { matters, base, actorOf: (relation, rights) => ({ ...WHO[relation], rights }) };
}
