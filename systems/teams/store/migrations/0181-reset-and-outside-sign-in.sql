create table teams.resets (
  county_code integer not null,
  id uuid not null,
  person_id uuid not null,
  password boolean not null,
  second_factor boolean not null,
  mark text not null,
  tries smallint not null default 0,
  by_post uuid,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  told boolean not null default false,
  primary key (county_code, id),
  foreign key (county_code, person_id) references teams.people (county_code, id),
  foreign key (county_code, by_post) references teams.posts (county_code, id),
  check (password or second_factor)
);
create index resets_by_person on teams.resets (county_code, person_id);
comment on table teams.resets is 'A lost password or second factor given back by another hand: which post did it, and whether the officer was told. The code is kept only as a mark; by_post is null where it was done at the machine itself.';

create table teams.outside_accounts (
  county_code integer not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null check (subject <> ''),
  primary key (county_code, person_id),
  unique (county_code, issuer, subject),
  foreign key (county_code, person_id) references teams.people (county_code, id)
);
comment on table teams.outside_accounts is 'Which account of the county''s own sign-in (OpenID Connect) is which officer; bound by an administrator, never by itself.';

create table teams.sign_in_settings (
  county_code integer primary key,
  idle_minutes smallint not null default 15 check (idle_minutes between 5 and 30),
  outside_on boolean not null default false,
  outside_name text not null default '',
  outside_english_name text not null default '',
  issuer text not null default '',
  client text not null default '',
  client_secret text not null default '',
  version integer not null default 1
);
comment on table teams.sign_in_settings is 'The county''s own choices for signing in. client_secret is sealed. Without a row: 15 minutes, no sign-in from outside.';

alter table teams.resets enable row level security;
alter table teams.outside_accounts enable row level security;
alter table teams.sign_in_settings enable row level security;
create policy doorkeeper_only on teams.resets for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
create policy doorkeeper_only on teams.outside_accounts for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
create policy doorkeeper_only on teams.sign_in_settings for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
grant select, insert, update on teams.resets, teams.sign_in_settings to linli_app;
grant select, insert, update, delete on teams.outside_accounts to linli_app;
