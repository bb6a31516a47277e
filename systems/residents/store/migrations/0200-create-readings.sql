-- Who read what of a matter: posts and units at work, never a person's name. The resident sees these rows; the desk sees those of the one
-- matter that its context names. Ordinary readings are one row for matter, post, what and day; each opening of an identity is its own.
create table residents.readings (
  county_code integer     not null,
  id          uuid        not null,
  matter_id   uuid        not null,
  at          timestamptz not null,
  post_id     uuid        not null,
  unit_id     uuid        not null,
  what        text        not null check (what in ('matter', 'identity', 'attachment', 'export', 'paper')),
  purpose     text,
  approval_id uuid,
  unusual     boolean     not null default false,
  primary key (county_code, id),
  check (what <> 'identity' or purpose is not null),
  check (approval_id is null or unusual)
);
create index readings_by_matter on residents.readings (county_code, matter_id, at);
create index identities_read_by_post on residents.readings (county_code, post_id, at) where what = 'identity';
comment on table residents.readings is 'Readings of a matter, by post and unit: shown to whoever reported it.';
comment on column residents.readings.unusual is 'An opening that took a second person; the resident was told of it.';

alter table residents.readings enable row level security;
revoke all on residents.readings from public;
grant select, insert on residents.readings to linli_app, linli_jobs;
grant select on residents.readings to linli_portal;

create policy read_by_the_bearer_of_a_code on residents.readings for select to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]));
create policy read_for_the_matter_in_hand on residents.readings for select to linli_app
  using (county_code = (select foundation.county())
    and (matter_id = any ((select foundation.matters())::uuid[]) or post_id = (select foundation.post())));
create policy read_by_jobs on residents.readings for select to linli_jobs using (county_code = (select foundation.county()));
create policy written_in_the_name_of_the_post on residents.readings for insert to linli_app
  with check (county_code = (select foundation.county()) and post_id = (select foundation.post()));
create policy written_behind_the_answer on residents.readings for insert to linli_jobs
  with check (county_code = (select foundation.county()));
