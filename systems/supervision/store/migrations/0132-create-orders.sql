create schema supervision;
grant usage on schema supervision to linli_app, linli_jobs, linli_verify;

create table supervision.settings (
  county_code integer not null,
  version integer not null check (version > 0),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  primary key (county_code, version)
);
comment on table supervision.settings is 'The county''s warning ladder, quiet hours, bodies that supervise and days to answer. The highest version is in force.';

create table supervision.orders (
  county_code integer not null,
  id uuid not null,
  version integer not null,
  state text not null,
  number text,
  measure text not null,
  body text not null,
  issuer_unit uuid not null,
  proposed_by uuid not null,
  unit_id uuid not null,
  matter_ids uuid[] not null check (cardinality(matter_ids) > 0),
  hidden_from uuid[] not null default '{}',
  subject text not null,
  ground text not null,
  demand text not null,
  decision text,
  basis text not null,
  days integer not null check (days > 0),
  due_at timestamptz,
  clock_id uuid,
  answer text,
  adoption text,
  files uuid[] not null default '{}',
  returned_because text,
  ended_because text,
  issued_at timestamptz,
  updated_at timestamptz not null,
  head_leaf bytea not null,
  primary key (county_code, id),
  unique (county_code, number)
);
create index orders_by_unit on supervision.orders (county_code, unit_id, state);
create index orders_newest on supervision.orders (county_code, updated_at desc, id desc);
comment on table supervision.orders is 'One row an order (督办): the state that its journal adds up to. Addressed to a unit, never to a person.';
comment on column supervision.orders.hidden_from is 'Units complained of in sealed matters of the list: the order does not exist for them.';

create table supervision.counters (
  county_code integer not null,
  year integer not null,
  last integer not null,
  primary key (county_code, year)
);
comment on table supervision.counters is 'The last number given to an order in a year; numbers have no gaps.';

alter table supervision.settings enable row level security;
alter table supervision.orders enable row level security;
alter table supervision.counters enable row level security;

create policy read_in_county on supervision.settings for select to linli_app, linli_jobs, linli_verify
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none');
create policy county_writes on supervision.settings for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
grant select on supervision.settings to linli_app, linli_jobs, linli_verify;
grant insert on supervision.settings to linli_app, linli_jobs;

-- The issuer and who proposed see it always, the county its whole, the unit addressed what was issued to it.
create policy those_concerned_read on supervision.orders for select to linli_app
  using (
    county_code = (select foundation.county())
    and not hidden_from && (select foundation.units())::uuid[]
    and ((select foundation.scope()) = 'county'
      or issuer_unit = any ((select foundation.units())::uuid[])
      or proposed_by = any ((select foundation.units())::uuid[])
      or (unit_id = any ((select foundation.units())::uuid[]) and number is not null))
  );
create policy those_concerned_change on supervision.orders for update to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none')
  with check (county_code = (select foundation.county()));
create policy written_within_the_county on supervision.orders for insert to linli_app
  with check (county_code = (select foundation.county()) and proposed_by = any ((select foundation.units())::uuid[]));
create policy jobs_and_verify_read on supervision.orders for select to linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
grant select, insert, update on supervision.orders to linli_app;
grant select on supervision.orders to linli_jobs, linli_verify;

create policy officers_count on supervision.counters to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none')
  with check (county_code = (select foundation.county()));
create policy verified_within_the_county on supervision.counters for select to linli_verify using (county_code = (select foundation.county()));
grant select, insert, update on supervision.counters to linli_app;
grant select on supervision.counters to linli_verify;
