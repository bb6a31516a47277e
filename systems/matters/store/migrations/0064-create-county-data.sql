-- Categories, catalogue, dispatch rules, templates, grounds …: the county's own data, versioned. counties/ only seeds it.
create table matters.county_data (
  county_code integer not null,
  name text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('on', 'draft', 'past')),
  body jsonb not null,
  at timestamptz not null,
  source text not null,
  primary key (county_code, name, version)
);
create unique index county_data_on on matters.county_data (county_code, name) where state = 'on';
comment on table matters.county_data is 'Each decision keeps the versions it was made with.';
alter table matters.county_data enable row level security;
create policy within_the_county on matters.county_data for select to linli_app, linli_portal, linli_jobs, linli_verify using (county_code = (select foundation.county()));
create policy written_within_the_county on matters.county_data for insert to linli_app, linli_jobs with check (county_code = (select foundation.county()));
create policy switched_within_the_county on matters.county_data for update to linli_app, linli_jobs using (county_code = (select foundation.county()));
grant select on matters.county_data to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert on matters.county_data to linli_app, linli_jobs;
grant update (state) on matters.county_data to linli_app, linli_jobs;

create table matters.knowledge (
  county_code integer not null,
  id uuid not null,
  version integer not null,
  question text not null,
  answer text not null,
  category_code text,
  owner_unit uuid not null,
  valid_until date not null,
  tokens text[] not null,
  updated_at timestamptz not null,
  primary key (county_code, id)
);
comment on table matters.knowledge is 'Kept answers for 咨询: each has an owner and a day until which it holds.';
alter table matters.knowledge enable row level security;
create policy within_the_county on matters.knowledge for select to linli_app, linli_portal, linli_jobs using (county_code = (select foundation.county()));
create policy kept_within_the_county on matters.knowledge for insert to linli_app, linli_jobs with check (county_code = (select foundation.county()));
create policy renewed_within_the_county on matters.knowledge for update to linli_app, linli_jobs using (county_code = (select foundation.county()));
grant select on matters.knowledge to linli_app, linli_portal, linli_jobs;
grant insert, update on matters.knowledge to linli_app, linli_jobs;

create table matters.views (
  county_code integer not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  name text not null check (length(name) <= 30),
  url text not null check (length(url) <= 2000),
  shared boolean not null,
  primary key (county_code, id)
);
comment on table matters.views is 'Saved views: a name for a filter''s URL.';
alter table matters.views enable row level security;
create policy mine_and_my_units on matters.views for select to linli_app
  using (county_code = (select foundation.county()) and (person_id = (select foundation.person()) or (shared and unit_id = any ((select foundation.units())::uuid[]))));
create policy mine on matters.views to linli_app
  using (county_code = (select foundation.county()) and person_id = (select foundation.person()))
  with check (county_code = (select foundation.county()) and person_id = (select foundation.person()));
grant select, insert, update, delete on matters.views to linli_app;
