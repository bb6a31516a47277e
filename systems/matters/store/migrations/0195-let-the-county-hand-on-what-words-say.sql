-- Where words alone say whom a sealed matter complains of, it is seen by who works for the whole county and by the units that those hand
-- it to, and by no other: not by the place where it happened, nor by the desk that took it in.
create function matters.closed_to(kind text, secrecy boolean, unit uuid, post uuid, words text, accused uuid[], passed_over uuid[], id uuid,
  chain uuid[], units uuid[], served uuid[], aside uuid[], scope text, involved uuid[], mine uuid[])
returns boolean language sql immutable parallel safe as $$
  select coalesce(case when secrecy or kind is null or kind = 'report' then accused || unit else accused end && chain, false)
    or coalesce(passed_over && units, false)
    or coalesce(post = any (served), false)
    or coalesce(id = any (aside), false)
    or (words is not null and unit is null and post is null and accused is null and (secrecy or kind is not distinct from 'report')
        and scope <> 'county' and not involved && mine)
$$;
comment on function matters.closed_to(text, boolean, uuid, uuid, text, uuid[], uuid[], uuid, uuid[], uuid[], uuid[], uuid[], text, uuid[], uuid[])
  is 'The promise to a reporter, as SQL: the same sentence as recused() in rules/access.ts.';
drop policy officers_see_their_jurisdiction on matters.matters;
drop policy officers_change_what_they_see on matters.matters;
create policy officers_see_their_jurisdiction on matters.matters for select to linli_app
  using (
    county_code = (select foundation.county())
    and ((select foundation.scope()) = 'county'
      or township_id = any ((select foundation.places())::uuid[])
      or village_id = any ((select foundation.places())::uuid[])
      or received_by = any ((select foundation.units())::uuid[])
      or involved_units && (select foundation.units())::uuid[])
    and not matters.closed_to(kind, secrecy, complained_unit, complained_post, complained_words, accused_units, passed_over, id,
      (select foundation.chain())::uuid[], (select foundation.units())::uuid[], (select foundation.served())::uuid[],
      (select matters.stood_aside())::uuid[], (select foundation.scope())::text, involved_units, (select foundation.units())::uuid[])
  );
create policy officers_change_what_they_see on matters.matters for update to linli_app
  using (
    county_code = (select foundation.county())
    and ((select foundation.scope()) = 'county'
      or township_id = any ((select foundation.places())::uuid[])
      or village_id = any ((select foundation.places())::uuid[])
      or received_by = any ((select foundation.units())::uuid[])
      or involved_units && (select foundation.units())::uuid[])
    and not matters.closed_to(kind, secrecy, complained_unit, complained_post, complained_words, accused_units, passed_over, id,
      (select foundation.chain())::uuid[], (select foundation.units())::uuid[], (select foundation.served())::uuid[],
      (select matters.stood_aside())::uuid[], (select foundation.scope())::text, involved_units, (select foundation.units())::uuid[])
  ) with check (county_code = (select foundation.county()));
drop function matters.closed_to(text, boolean, uuid, uuid, text, uuid[], uuid[], uuid, uuid[], uuid[], uuid[], uuid[], text);
