-- 主办 and 协办: which unit holds what part since when.
create table matters.assignments (
  county_code integer not null,
  id uuid not null,
  matter_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('lead', 'support')),
  state text not null check (state in ('sent', 'signed', 'answered', 'handed-back')),
  since timestamptz not null,
  note text,
  ended_at timestamptz,
  primary key (county_code, id)
);
create index assignments_by_matter on matters.assignments (county_code, matter_id);
create index assignments_by_unit on matters.assignments (county_code, unit_id, state) where ended_at is null;
comment on table matters.assignments is 'One row a unit and part; ended when the part ends.';
alter table matters.assignments enable row level security;
create policy officers_within_the_county on matters.assignments to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none') with check (county_code = (select foundation.county()));
create policy the_bearer_of_a_code on matters.assignments to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]))
  with check (county_code = (select foundation.county()));
create policy verified_within_the_county on matters.assignments for select to linli_verify using (county_code = (select foundation.county()));
grant select, insert, update on matters.assignments to linli_app, linli_portal, linli_jobs;
grant select on matters.assignments to linli_verify;
