-- A data key is wrapped anew under the key file's next version, by jobs alone; it is never exchanged for one that was erased.
grant update (wrapped, key_version) on residents.data_keys to linli_jobs;
create policy wrapped_anew on residents.data_keys for update to linli_jobs
  using (county_code = (select foundation.county()) and wrapped is not null)
  with check (county_code = (select foundation.county()));

-- The key file, sealed to the offices that hold the recovery papers: in the database, so that every backup carries it.
create table residents.recovery_envelopes (
  county_code integer     not null,
  set         text        not null check (set ~ '^[0-9A-F]{4}$'),
  sealed      bytea       not null,
  at          timestamptz not null,
  primary key (county_code, set)
);
comment on table residents.recovery_envelopes is 'The key file sealed to a split recovery key; k papers of n open it, fewer tell nothing.';
alter table residents.recovery_envelopes enable row level security;
revoke all on residents.recovery_envelopes from public;
grant select, insert, delete on residents.recovery_envelopes to linli_jobs;
grant update (sealed, at) on residents.recovery_envelopes to linli_jobs;
create policy kept_by_jobs on residents.recovery_envelopes to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
