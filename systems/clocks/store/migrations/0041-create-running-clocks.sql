create table clocks.running (
  county_code integer not null,
  id uuid not null,
  procedure_kind text not null,
  procedure_id uuid not null,
  matter_id uuid not null,
  term text not null,
  term_version integer not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  provisional boolean not null default false,
  state text not null default 'running' check (state in ('running', 'paused', 'stopped', 'met', 'missed')),
  paused_at timestamptz,
  ended_at timestamptz,
  primary key (county_code, id)
);
create index running_due on clocks.running (county_code, due_at) where state = 'running';
create index running_provisional on clocks.running (county_code, id) where provisional and state in ('running', 'paused');
create index running_by_procedure on clocks.running (county_code, procedure_id);
comment on table clocks.running is 'One row a clock. term_version 0: the date was set from outside (a higher order''s own term) and is never recomputed.';

create table clocks.events (
  county_code integer not null,
  id uuid not null,
  running_id uuid not null,
  matter_id uuid not null,
  what text not null check (what in ('started', 'paused', 'resumed', 'extended', 'stopped', 'recomputed')),
  at timestamptz not null,
  facts jsonb not null default '{}',
  primary key (county_code, id)
);
create index events_by_running on clocks.events (county_code, running_id);
comment on table clocks.events is 'What happened to a clock, insert-only; facts name dates, versions and cause, never people.';

alter table clocks.running enable row level security;
alter table clocks.events enable row level security;

create policy officers_read on clocks.running for select to linli_app, linli_jobs, linli_verify
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none');
create policy bearer_reads on clocks.running for select to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]));
create policy acts_insert on clocks.running for insert to linli_app, linli_portal, linli_jobs
  with check (county_code = (select foundation.county()));
create policy officers_update on clocks.running for update to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none')
  with check (county_code = (select foundation.county()));
create policy bearer_updates on clocks.running for update to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]))
  with check (county_code = (select foundation.county()));
grant select on clocks.running to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert, update on clocks.running to linli_app, linli_portal, linli_jobs;

create policy officers_read on clocks.events for select to linli_app, linli_jobs, linli_verify
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none');
create policy bearer_reads on clocks.events for select to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]));
create policy acts_insert on clocks.events for insert to linli_app, linli_portal, linli_jobs
  with check (county_code = (select foundation.county()));
grant select on clocks.events to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert on clocks.events to linli_app, linli_portal, linli_jobs;
