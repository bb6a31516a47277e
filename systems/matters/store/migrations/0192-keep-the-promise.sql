-- Who must not learn of a matter: one predicate, for the policies here and for whoever asks the same question beside them.
alter table matters.matters
  add column retaliation boolean not null default false,
  add column retaliation_of uuid,
  add column accused_units uuid[],
  add column passed_over uuid[];
comment on column matters.matters.retaliation is '打击报复: it complains of what was done because of an earlier matter.';
comment on column matters.matters.retaliation_of is 'The earlier matter, where it is known here.';
comment on column matters.matters.accused_units is 'Units accused beside complained_unit, whatever the class: closed to all who work in or under them.';
comment on column matters.matters.passed_over is 'Units that had the earlier matter in hand: closed to those who work in them.';

-- 回避: an officer who stands aside from a matter, by their own declaration or by a leader's ruling.
create table matters.recusals (
  county_code integer not null,
  id uuid not null,
  matter_id uuid not null,
  person_id uuid not null,
  ground text not null check (ground in ('declared', 'ruled')),
  at timestamptz not null,
  primary key (county_code, id)
);
create index recusals_of_a_person on matters.recusals (county_code, person_id, matter_id);
comment on table matters.recusals is 'One row a matter and officer who stands aside (信访工作条例 art. 28); it shuts that matter to them and says nothing else of them.';
alter table matters.recusals enable row level security;
create policy ones_own on matters.recusals for select to linli_app
  using (county_code = (select foundation.county()) and person_id = (select foundation.person()));
create policy recorded_within_the_county on matters.recusals for insert to linli_app with check (county_code = (select foundation.county()));
create policy verified_within_the_county on matters.recusals for select to linli_jobs, linli_verify using (county_code = (select foundation.county()));
grant select on matters.recusals to linli_app, linli_jobs, linli_verify;
grant insert on matters.recusals to linli_app;

create function matters.stood_aside() returns uuid[] language sql stable security invoker as $$
  select coalesce(array_agg(r.matter_id), '{}') from matters.recusals r
  where r.county_code = foundation.county() and r.person_id = foundation.person()
$$;

-- True for whoever must not learn of the matter. Each list of the reader is used once, so that the planner can put this in line and ask
-- the context once a statement. A matter that complains of a unit and that nobody has classed yet is kept like a report.
create function matters.closed_to(kind text, secrecy boolean, unit uuid, post uuid, words text, accused uuid[], passed_over uuid[], id uuid,
  chain uuid[], units uuid[], served uuid[], aside uuid[], scope text) returns boolean language sql immutable parallel safe as $$
  select coalesce(case when secrecy or kind is null or kind = 'report' then accused || unit else accused end && chain, false)
    or coalesce(passed_over && units, false)
    or coalesce(post = any (served), false)
    or coalesce(id = any (aside), false)
    or (words is not null and unit is null and post is null and accused is null and (secrecy or kind is not distinct from 'report')
        and scope <> 'county')
$$;
comment on function matters.closed_to is 'The promise to a reporter, as SQL: the same sentence as recused() in rules/access.ts.';

-- The unit of an officer complained of is accused too: it stands in complained_unit of every row that names a post.
update matters.matters m set complained_unit = p.unit_id
from teams.posts p where p.county_code = m.county_code and p.id = m.complained_post and m.complained_unit is null;

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
      (select matters.stood_aside())::uuid[], (select foundation.scope())::text)
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
      (select matters.stood_aside())::uuid[], (select foundation.scope())::text)
  ) with check (county_code = (select foundation.county()));
