-- The lane of ordinary service: a unit works on a request and reports its outcome to the spine.
create schema service;
grant usage on schema service to linli_app, linli_portal, linli_jobs, linli_verify;
create table service.requests (
  county_code integer not null,
  id uuid not null,
  matter_id uuid not null,
  version integer not null,
  state text not null check (state in ('opened', 'working', 'reported', 'done', 'withdrawn')),
  unit_id uuid not null,
  opened_at timestamptz not null,
  reported_at timestamptz,
  outcome text,
  head_leaf bytea not null,
  primary key (county_code, id)
);
create index requests_by_matter on service.requests (county_code, matter_id);
comment on table service.requests is 'One row each time a unit is given the work of a matter in this lane.';
alter table service.requests enable row level security;
create policy officers_within_the_county on service.requests to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none') with check (county_code = (select foundation.county()));
create policy the_bearer_of_a_code on service.requests to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[])) with check (county_code = (select foundation.county()));
create policy verified_within_the_county on service.requests for select to linli_verify using (county_code = (select foundation.county()));
grant select, insert, update on service.requests to linli_app, linli_portal, linli_jobs;
grant select on service.requests to linli_verify;

create function service.act(p_county integer, p_matter uuid, p_at timestamptz, p_row jsonb) returns void language sql security invoker as $$
  insert into service.requests as r (county_code, id, matter_id, version, state, unit_id, opened_at, reported_at, outcome, head_leaf)
  select p_county, n.id, p_matter, n.version, n.state, n.unit_id, n.opened_at, n.reported_at, n.outcome, n.head_leaf
  from jsonb_populate_record(null::service.requests, p_row) n
  on conflict (county_code, id) do update set version = excluded.version, state = excluded.state, unit_id = excluded.unit_id,
    reported_at = excluded.reported_at, outcome = excluded.outcome, head_leaf = excluded.head_leaf
$$;
