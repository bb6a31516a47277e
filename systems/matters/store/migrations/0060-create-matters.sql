create schema matters;
grant usage on schema matters to linli_app, linli_portal, linli_jobs, linli_verify;

-- The spine's row: what the journal adds up to. Names and telephones are not here.
create table matters.matters (
  county_code integer not null,
  id uuid not null,
  version integer not null,
  state text not null,
  open boolean not null,
  number text not null,
  kind text,
  category_code text,
  urgency text,
  title text not null,
  body text not null,
  door text not null,
  lane text,
  lane_id uuid,
  received_at timestamptz not null,
  received_by uuid not null,
  occurred_at timestamptz,
  place_id uuid,
  township_id uuid,
  village_id uuid,
  grid_id uuid,
  place_words text,
  place_confirmed boolean not null default false,
  territory_version integer not null,
  lng double precision,
  lat double precision,
  accuracy real,
  lead_unit uuid,
  support_units uuid[] not null default '{}',
  involved_units uuid[] not null default '{}',
  due_at timestamptz not null,
  due_provisional boolean not null,
  term text not null,
  term_version integer not null,
  clock_id uuid not null,
  complained_unit uuid,
  complained_post uuid,
  complained_words text,
  secrecy boolean not null default false,
  external jsonb,
  parent_id uuid,
  merged_into uuid,
  outcome text,
  rating text,
  review_on date,
  closed_at timestamptz,
  closed_in_time boolean,
  verify_needed boolean not null default true,
  waiting_for_resident boolean not null default false,
  similar_count smallint not null default 0,
  import_id uuid,
  updated_at timestamptz not null,
  head_leaf bytea not null,
  primary key (county_code, id),
  unique (county_code, number)
);
comment on table matters.matters is 'One row a matter: the state that its journal adds up to. Written only by matters.receive and matters.act.';
comment on column matters.matters.involved_units is 'Every unit that holds or has held a part: they keep sight of what they did.';
comment on column matters.matters.closed_in_time is 'Closed on or before the due instant that stood when it was closed.';
comment on column matters.matters.territory_version is 'The version of the register of places that it was placed with.';

create index matters_newest on matters.matters (county_code, received_at desc, id desc);
create index matters_by_state on matters.matters (county_code, state, due_at, id);
create index matters_open_due on matters.matters (county_code, due_at, id) where open;
create index matters_by_unit on matters.matters (county_code, lead_unit, due_at, id) where lead_unit is not null;
create index matters_by_village on matters.matters (county_code, village_id, received_at desc, id desc) where village_id is not null;
create index matters_by_township on matters.matters (county_code, township_id, received_at desc, id desc) where township_id is not null;
create index matters_closed on matters.matters (county_code, closed_at) where closed_at is not null;
create index matters_by_import on matters.matters (county_code, import_id, id) where import_id is not null;
create index matters_by_parent on matters.matters (county_code, parent_id) where parent_id is not null;
create index matters_merged on matters.matters (county_code, merged_into) where merged_into is not null;

alter table matters.matters enable row level security;
-- 举报 and whoever asked for secrecy never reach the unit complained of; an officer complained of never sees the matter.
create policy officers_see_their_jurisdiction on matters.matters for select to linli_app
  using (
    county_code = (select foundation.county())
    and ((select foundation.scope()) = 'county'
      or township_id = any ((select foundation.places())::uuid[])
      or village_id = any ((select foundation.places())::uuid[])
      or received_by = any ((select foundation.units())::uuid[])
      or involved_units && (select foundation.units())::uuid[])
    and (complained_unit is null or not (secrecy or kind = 'report') or not complained_unit = any ((select foundation.units())::uuid[]))
    and (complained_post is null or complained_post is distinct from (select foundation.post()))
  );
create policy officers_change_what_they_see on matters.matters for update to linli_app
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy received_within_the_county on matters.matters for insert to linli_app, linli_portal, linli_jobs
  with check (county_code = (select foundation.county()));
create policy the_bearer_of_a_code on matters.matters for select to linli_portal
  using (county_code = (select foundation.county()) and id = any ((select foundation.matters())::uuid[]));
create policy the_bearer_of_a_code_acts on matters.matters for update to linli_portal
  using (county_code = (select foundation.county()) and id = any ((select foundation.matters())::uuid[]))
  with check (county_code = (select foundation.county()));
create policy jobs_within_the_county on matters.matters to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy verified_within_the_county on matters.matters for select to linli_verify using (county_code = (select foundation.county()));
grant select, insert, update on matters.matters to linli_app, linli_portal, linli_jobs;
grant select on matters.matters to linli_verify;

-- Gapless numbers per county, unit, series and year: n at a time.
create table matters.counters (
  county_code integer not null,
  unit_id uuid not null,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (county_code, unit_id, series, year)
) with (fillfactor = 50);
comment on table matters.counters is 'The last number given, per unit, series and year.';
alter table matters.counters enable row level security;
create policy within_the_county on matters.counters to linli_app, linli_portal, linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy verified_within_the_county on matters.counters for select to linli_verify using (county_code = (select foundation.county()));
grant select, insert, update on matters.counters to linli_app, linli_portal, linli_jobs;
grant select on matters.counters to linli_verify;
