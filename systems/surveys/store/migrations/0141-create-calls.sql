-- 回访: one row each time a matter was closed and for each of its reporters, whether they are called or left out. No telephone, no name.
create schema surveys;
grant usage on schema surveys to linli_app, linli_jobs, linli_verify;
create table surveys.calls (
  county_code integer not null,
  id uuid not null,
  matter_id uuid not null,
  reporter_id uuid not null,
  closing integer not null,
  version integer not null,
  state text not null check (state in ('due', 'waiting', 'answered', 'refused', 'not-reached', 'left-out', 'lapsed')),
  reason text,
  kind text,
  unit_id uuid not null,
  handled_units uuid[] not null,
  township_id uuid,
  village_id uuid,
  closed_at timestamptz not null,
  sampling_version integer not null,
  due_from timestamptz not null,
  attempts smallint not null default 0,
  contacted text check (contacted in ('yes', 'no', 'cannot-say')),
  solved text check (solved in ('solved', 'partly-solved', 'not-solved')),
  satisfied text check (satisfied in ('very-satisfied', 'satisfied', 'fair', 'dissatisfied', 'very-dissatisfied')),
  portal_rating text check (portal_rating in ('very-satisfied', 'satisfied', 'fair', 'dissatisfied', 'very-dissatisfied')),
  passed text check (passed in ('reopened', 'noted')),
  ended_at timestamptz,
  taken_by uuid,
  taken_until timestamptz,
  updated_at timestamptz not null,
  head_leaf bytea not null,
  primary key (county_code, id),
  unique (county_code, matter_id, reporter_id, closing)
);
create unique index one_open_call on surveys.calls (county_code, matter_id, reporter_id) where state in ('due', 'waiting');
create index calls_to_make on surveys.calls (county_code, due_from, id) where state in ('due', 'waiting');
create index calls_by_closing on surveys.calls (county_code, closed_at, id);
comment on table surveys.calls is 'Return calls, and who was left out with the reason: the state that each call''s journal adds up to.';
comment on column surveys.calls.closing is 'Version of the matter at the closing that is asked about.';
comment on column surveys.calls.handled_units is 'Every unit that handled the matter: none of them makes this call.';
comment on column surveys.calls.taken_until is 'Lent to one post while it speaks; no act, so not in the journal.';
alter table surveys.calls enable row level security;
create policy read_within_the_jurisdiction on surveys.calls for select to linli_app
  using (county_code = (select foundation.county())
    and ((select foundation.scope()) = 'county'
      or township_id = any ((select foundation.places())::uuid[])
      or village_id = any ((select foundation.places())::uuid[])
      or handled_units && (select foundation.units())::uuid[]));
-- The unit that handled a matter never makes its own return call.
create policy made_by_other_units on surveys.calls for update to linli_app
  using (county_code = (select foundation.county()) and not handled_units && (select foundation.units())::uuid[]
    and ((select foundation.scope()) = 'county' or township_id = any ((select foundation.places())::uuid[]) or village_id = any ((select foundation.places())::uuid[])))
  with check (county_code = (select foundation.county()));
create policy settled_by_jobs on surveys.calls to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy verified_within_the_county on surveys.calls for select to linli_verify using (county_code = (select foundation.county()));
grant select on surveys.calls to linli_app, linli_jobs, linli_verify;
grant insert, update on surveys.calls to linli_jobs;
grant update (version, state, reason, due_from, attempts, contacted, solved, satisfied, passed, ended_at, taken_by, taken_until, updated_at, head_leaf)
  on surveys.calls to linli_app;

-- Sampling, script and formulas: the county's own data, dated; a figure of a past period is counted by the version of then.
create table surveys.data (
  county_code integer not null,
  name text not null check (name in ('sampling', 'script', 'formulas')),
  version integer not null check (version > 0),
  valid_from date not null,
  body jsonb not null,
  source text not null,
  by_post uuid,
  at timestamptz not null,
  primary key (county_code, name, version)
);
comment on table surveys.data is 'Of each name the version in force on a day is the latest whose valid_from is not after it.';
alter table surveys.data enable row level security;
create policy within_the_county on surveys.data for select to linli_app, linli_jobs, linli_verify using (county_code = (select foundation.county()));
create policy written_within_the_county on surveys.data for insert to linli_app, linli_jobs with check (county_code = (select foundation.county()));
grant select on surveys.data to linli_app, linli_jobs, linli_verify;
grant insert on surveys.data to linli_app, linli_jobs;

-- A case is a closing and one of its reporters. A rating given at the portal counts where the call did not ask again.
create view surveys.cases with (security_invoker = true) as
  select county_code, id, matter_id, state, reason, coalesce(kind, 'none') as kind, unit_id, township_id, closed_at,
    to_char(closed_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, contacted, solved, coalesce(satisfied, portal_rating) as satisfied, passed
  from surveys.calls;
grant select on surveys.cases to linli_app, linli_jobs, linli_verify;
comment on view surveys.cases is 'What the three rates are counted from.';
