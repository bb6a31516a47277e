-- 政策沙盘: past matters replayed under changed rules, catalogue or terms. A run changes nothing but its own row.
create table matters.sandbox_runs (
  county_code integer not null,
  id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  span_from timestamptz not null,
  span_to timestamptz not null check (span_to > span_from),
  change jsonb not null,
  done_matters integer not null default 0,
  total integer,
  result jsonb,
  by_post uuid,
  at timestamptz not null,
  seconds double precision,
  updated_at timestamptz not null,
  primary key (county_code, id)
);
create index sandbox_runs_newest on matters.sandbox_runs (county_code, at desc, id);
comment on table matters.sandbox_runs is 'Sums by unit and the ids of matters that change hands; no words of matters, no persons.';
alter table matters.sandbox_runs enable row level security;
create policy whoever_sees_the_county on matters.sandbox_runs to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county')
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy jobs_within_the_county on matters.sandbox_runs to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
grant select, insert, update on matters.sandbox_runs to linli_app, linli_jobs;
