create table foundation.files (
  county_code integer not null,
  id uuid not null,
  matter_id uuid,
  name text not null check (length(name) <= 200),
  kind text not null,
  size integer not null check (size > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  at timestamptz not null,
  primary key (county_code, id)
);
create index files_by_matter on foundation.files (county_code, matter_id) where matter_id is not null;
comment on table foundation.files is 'Attachments: random id, hash of the bytes kept on disk (image positions and camera data removed before hashing).';
alter table foundation.files enable row level security;
create policy officers_within_the_county on foundation.files to linli_app, linli_jobs, linli_verify
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none') with check (county_code = (select foundation.county()));
create policy residents_bring on foundation.files for insert to linli_portal with check (county_code = (select foundation.county()));
create policy residents_attach_their_own on foundation.files for update to linli_portal
  using (county_code = (select foundation.county()) and (matter_id is null or matter_id = any ((select foundation.matters())::uuid[])))
  with check (county_code = (select foundation.county()));
create policy residents_read_their_own on foundation.files for select to linli_portal
  using (county_code = (select foundation.county()) and (matter_id is null or matter_id = any ((select foundation.matters())::uuid[])));
grant select, insert on foundation.files to linli_app, linli_portal, linli_jobs;
grant update (matter_id) on foundation.files to linli_app, linli_portal, linli_jobs;
grant select on foundation.files to linli_verify;

-- Unfinished work of an officer, sealed as a whole: it may hold a resident's name before the matter exists.
create table foundation.drafts (
  county_code integer not null,
  person_id uuid not null,
  key text not null check (length(key) <= 120),
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (county_code, person_id, key)
);
comment on table foundation.drafts is 'Drafts, readable by their writer alone; dropped when used or after 30 days.';
alter table foundation.drafts enable row level security;
create policy my_own on foundation.drafts to linli_app
  using (county_code = (select foundation.county()) and person_id = (select foundation.person()))
  with check (county_code = (select foundation.county()) and person_id = (select foundation.person()));
create policy swept_by_jobs on foundation.drafts to linli_jobs using (county_code = (select foundation.county()));
grant select, insert, update, delete on foundation.drafts to linli_app;
grant select, delete on foundation.drafts to linli_jobs;

create table foundation.feedback (
  county_code integer not null,
  id uuid not null,
  screen text not null,
  words text not null check (length(words) <= 2000),
  at timestamptz not null,
  primary key (county_code, id)
);
comment on table foundation.feedback is 'Complaints about the product. Who wrote them is not kept.';
alter table foundation.feedback enable row level security;
create policy anyone_may_tell on foundation.feedback for insert to linli_app, linli_portal with check (county_code = (select foundation.county()));
create policy administrators_read on foundation.feedback for select to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
grant select, insert on foundation.feedback to linli_app;
grant insert on foundation.feedback to linli_portal;
