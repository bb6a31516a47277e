-- Several clocks on one procedure: which of its declared clocks a row is, and the unit whose time it is.
alter table clocks.running
  add column clock text not null default 'answer',
  add column unit_id uuid,
  add column if not exists next_warning_at timestamptz;
comment on column clocks.running.clock is 'Name of the clock in the procedure''s own table of clocks, e.g. answer, sign, handle.';
comment on column clocks.running.unit_id is 'The unit whose time it is; null for the procedure''s own clock.';
comment on column clocks.running.next_warning_at is 'When the next warning is due; null until it is worked out, and again after any change of the date.';
