-- One data key for each matter, wrapped by the key of the key file, which is in neither database nor backup.
create table residents.data_keys (
  county_code integer not null,
  matter_id   uuid    not null,
  wrapped     bytea,
  key_version integer not null,
  erased_at   timestamptz,
  primary key (county_code, matter_id),
  check ((wrapped is null) = (erased_at is not null))
);
comment on table residents.data_keys is 'Wrapped data key of a matter. Without it what is sealed in that matter stays sealed for ever.';

alter table residents.data_keys enable row level security;
revoke all on residents.data_keys from public;
grant select, insert on residents.data_keys to linli_app, linli_portal, linli_jobs;
grant update (wrapped, erased_at) on residents.data_keys to linli_app, linli_jobs;

create policy written_within_the_county on residents.data_keys for insert to linli_app, linli_portal, linli_jobs
  with check (county_code = (select foundation.county()));
create policy read_within_the_county on residents.data_keys for select to linli_app, linli_jobs
  using (county_code = (select foundation.county()));
create policy read_by_the_bearer_of_a_code on residents.data_keys for select to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]));
-- A key can be destroyed, never exchanged.
create policy only_erased on residents.data_keys for update to linli_app, linli_jobs
  using (county_code = (select foundation.county()))
  with check (county_code = (select foundation.county()) and wrapped is null);
