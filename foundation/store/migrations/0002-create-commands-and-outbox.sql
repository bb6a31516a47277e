-- A repeated command gets its first answer; another body under the same id is refused.
create table foundation.commands (
  county_code integer not null,
  command_id uuid not null,
  request_hash bytea not null,
  result jsonb not null,
  at timestamptz not null,
  primary key (county_code, command_id)
);
comment on table foundation.commands is 'Idempotency: command id → hash of the request and its answer, written in the same statement as the effect.';
alter table foundation.commands enable row level security;
create policy within_the_county on foundation.commands to linli_app, linli_portal, linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
grant select, insert on foundation.commands to linli_app, linli_portal, linli_jobs;

-- What other systems must hear, written with the act and carried out by a job afterwards.
create table foundation.outbox (
  county_code integer not null,
  id uuid not null,
  event text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (county_code, id)
);
comment on table foundation.outbox is 'Events waiting to be carried to the job queue; a row leaves in the transaction that enqueues it.';
alter table foundation.outbox enable row level security;
create policy written_within_the_county on foundation.outbox for insert to linli_app, linli_portal
  with check (county_code = (select foundation.county()));
create policy carried_by_jobs on foundation.outbox to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
grant insert on foundation.outbox to linli_app, linli_portal;
grant select, insert, delete on foundation.outbox to linli_jobs;

-- Sets the context of this transaction from one object; hot functions begin with it.
create function foundation.enter(context jsonb) returns void language plpgsql security invoker as $$
begin
  perform set_config(key, coalesce(value, ''), true) from jsonb_each_text(context);
end $$;
