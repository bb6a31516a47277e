import type { Actor } from "../../../../foundation/db/actor.ts";
import type { Conditions } from "./query-shape.ts";

/** What wants a hand of this reader, by the rights of the posts held today: each state with the work it asks for. */
export function mineWhere(actor: Actor): Conditions | undefined {
  const has = (right: string) => actor.rights.includes(right);
  const parts: string[] = [];
  const area =
    actor.scope === "county" ? "true" : "(m.township_id = any ($3) or m.village_id = any ($3) or m.received_by = any ($2))";
  if (has("matters.triage")) parts.push(`(m.state = 'received' and ${area})`);
  if (has("matters.dispatch"))
    parts.push(
      `(m.state = 'accepted' and ${area})`,
      `(m.state = 'objected' and ${area}${actor.scope === "county" ? "" : " and not m.lead_unit = any ($2)"})`,
    );
  if (has("matters.supervise")) parts.push(`(m.asked is not null and ${area})`);
  if (has("matters.handle"))
    parts.push(
      "(m.state in ('dispatched', 'handling') and m.lead_unit = any ($2))",
      "(m.state in ('dispatched', 'handling') and m.support_units && $2)",
    );
  if (has("matters.verify")) parts.push(`(m.state = 'answered' and ${area})`);
  if (parts.length === 0) return undefined;
  return {
    from: "matters.matters m",
    where: `m.county_code = $1 and m.open and cardinality($2::uuid[]) >= 0 and cardinality($3::uuid[]) >= 0 and (${parts.join(" or ")})`,
    values: [actor.county, actor.units, actor.places],
    order: "due",
    onlyOpen: true,
  };
}
