-- What a resident or a unit is told: shown by list, printed as a letter, later sent. Silent where the resident asked for it.
create table matters.notices (
  county_code integer not null,
  id uuid not null,
  matter_id uuid not null,
  reporter_id uuid,
  unit_id uuid,
  kind text not null,
  channel text not null check (channel in ('list', 'letter', 'sms')),
  state text not null check (state in ('waiting', 'told', 'silent')),
  words text not null,
  at timestamptz not null,
  told_at timestamptz,
  primary key (county_code, id),
  check ((reporter_id is null) <> (unit_id is null))
);
create index notices_by_matter on matters.notices (county_code, matter_id, at);
create index notices_waiting on matters.notices (county_code, unit_id, at) where state = 'waiting';
comment on table matters.notices is 'One row a person or unit told; words hold no name.';
alter table matters.notices enable row level security;
create policy officers_within_the_county on matters.notices to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none') with check (county_code = (select foundation.county()));
create policy the_bearer_of_a_code on matters.notices for select to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]));
create policy written_by_the_portal on matters.notices for insert to linli_portal with check (county_code = (select foundation.county()));
grant select, insert on matters.notices to linli_app, linli_portal, linli_jobs;
grant update (state, told_at) on matters.notices to linli_app, linli_jobs;
