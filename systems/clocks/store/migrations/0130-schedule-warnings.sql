-- When a clock next wants a word said about it, and the last step that was said. A job reads the due ones by index; there are no timers.
alter table clocks.running
  add column if not exists next_warning_at timestamptz,
  add column warned text,
  add column warned_for timestamptz;
comment on column clocks.running.next_warning_at is 'Null: not scheduled since it last changed. infinity: nothing more to say.';
comment on column clocks.running.warned is 'Code of the last step of the warning ladder that was given.';
comment on column clocks.running.warned_for is 'The due instant for which it was given: a date that moved begins the ladder anew, a machine clock that jumped does not.';
create index running_unscheduled on clocks.running (county_code, id) where state = 'running' and next_warning_at is null;
create index running_to_warn on clocks.running (county_code, next_warning_at, id)
  where state = 'running' and next_warning_at is not null;

-- Clocks that run, for systems that count them beside their own rows; in the reader's own context.
create view clocks.going with (security_invoker = true) as
  select county_code, id, procedure_kind, procedure_id, matter_id, clock, unit_id, term, term_version, started_at, due_at, provisional, state
  from clocks.running where state = 'running';
grant select on clocks.going to linli_app, linli_jobs, linli_verify;
