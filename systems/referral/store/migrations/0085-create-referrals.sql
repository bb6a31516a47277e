-- The lane outside: a court, an arbitration body, the police … is named with the reason, and the resident is told.
create schema referral;
grant usage on schema referral to linli_app, linli_portal, linli_jobs, linli_verify;
create table referral.referrals (
  county_code integer not null,
  id uuid not null,
  matter_id uuid not null,
  version integer not null,
  state text not null check (state in ('proposed', 'referred', 'answered', 'done', 'withdrawn')),
  unit_id uuid not null,
  opened_at timestamptz not null,
  reported_at timestamptz,
  outcome text,
  destination text not null,
  head_leaf bytea not null,
  primary key (county_code, id)
);
create index referrals_by_matter on referral.referrals (county_code, matter_id);
comment on table referral.referrals is 'One row each time a matter is shown the way to a body outside the units of the county.';
alter table referral.referrals enable row level security;
create policy officers_within_the_county on referral.referrals to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none') with check (county_code = (select foundation.county()));
create policy the_bearer_of_a_code on referral.referrals to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[])) with check (county_code = (select foundation.county()));
create policy verified_within_the_county on referral.referrals for select to linli_verify using (county_code = (select foundation.county()));
grant select, insert, update on referral.referrals to linli_app, linli_portal, linli_jobs;
grant select on referral.referrals to linli_verify;

create function referral.act(p_county integer, p_matter uuid, p_at timestamptz, p_row jsonb) returns void language sql security invoker as $$
  insert into referral.referrals as r (county_code, id, matter_id, version, state, unit_id, opened_at, reported_at, outcome, destination, head_leaf)
  select p_county, n.id, p_matter, n.version, n.state, n.unit_id, n.opened_at, n.reported_at, n.outcome, n.destination, n.head_leaf
  from jsonb_populate_record(null::referral.referrals, p_row) n
  on conflict (county_code, id) do update set version = excluded.version, state = excluded.state, unit_id = excluded.unit_id,
    reported_at = excluded.reported_at, outcome = excluded.outcome, head_leaf = excluded.head_leaf
$$;
