-- The third group of a journal line: pseudonyms of persons and actor, salted. The line keeps only their hash.
create table residents.line_persons (
  county_code integer not null,
  line_id     uuid    not null,
  matter_id   uuid,
  salt        bytea   check (octet_length(salt) = 32),
  body        text,
  erased_at   timestamptz,
  primary key (county_code, line_id),
  check ((salt is null) = (body is null) and (body is null) = (erased_at is not null))
);
create index line_persons_by_matter on residents.line_persons (county_code, matter_id);
comment on table residents.line_persons is 'Persons and actor of a journal line (pseudonyms, canonical JSON) and their salt, until they are erased.';

alter table residents.line_persons enable row level security;
revoke all on residents.line_persons from public;
grant select, insert on residents.line_persons to linli_app, linli_jobs;
grant insert on residents.line_persons to linli_portal;
grant select on residents.line_persons to linli_verify;
grant update (salt, body, erased_at) on residents.line_persons to linli_app, linli_jobs;

create policy written_within_the_county on residents.line_persons for insert to linli_app, linli_portal, linli_jobs
  with check (county_code = (select foundation.county()));
create policy read_within_the_county on residents.line_persons for select to linli_app, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
-- Persons of a line can be erased, never exchanged.
create policy only_erased on residents.line_persons for update to linli_app, linli_jobs
  using (county_code = (select foundation.county()))
  with check (county_code = (select foundation.county()) and body is null);
