-- What a sign-in stands on beside the password. Secrets are sealed or marked with a key of the key file; none can be used from a copy
-- of the database alone. Nothing is kept about when anyone signed in: a session's row goes when it ends.
alter table teams.passwords add column given boolean not null default false;
comment on column teams.passwords.given is 'Given by another hand; the officer chooses one of their own at the first sign-in, and has no right before.';

alter table teams.sessions
  add column started_at timestamptz not null default now(),
  add column device text not null default '',
  add column proved_at timestamptz,
  add column factors smallint not null default 1 check (factors in (1, 2));
comment on column teams.sessions.device is 'Browser and system in words, so that a person knows their own sessions apart; only they see it.';

create table teams.authenticators (
  county_code integer not null,
  id uuid not null,
  person_id uuid not null,
  secret text not null,
  confirmed boolean not null default false,
  last_step bigint not null default 0,
  since date not null,
  primary key (county_code, id),
  unique (county_code, person_id),
  foreign key (county_code, person_id) references teams.people (county_code, id)
);
comment on table teams.authenticators is 'Time-based codes (RFC 6238). secret is sealed; last_step is the last half-minute whose code was used, so that none is used twice.';

create table teams.passkeys (
  county_code integer not null,
  id uuid not null,
  person_id uuid not null,
  credential text not null,
  public_key bytea not null,
  uses bigint not null default 0,
  transports text[] not null default '{}',
  host text not null,
  name text not null check (name <> ''),
  since date not null,
  primary key (county_code, id),
  unique (county_code, credential),
  foreign key (county_code, person_id) references teams.people (county_code, id)
);
create index passkeys_by_person on teams.passkeys (county_code, person_id);
comment on table teams.passkeys is 'Passkeys (WebAuthn): public keys only. uses is the signature counter of the key itself, against copies.';

create table teams.spare_codes (
  county_code integer not null,
  id uuid not null,
  person_id uuid not null,
  mark text not null,
  primary key (county_code, id),
  unique (county_code, person_id, mark),
  foreign key (county_code, person_id) references teams.people (county_code, id)
);
comment on table teams.spare_codes is 'Single-use codes in place of a lost second factor; a used one is deleted.';

create table teams.sign_in_steps (
  county_code integer not null,
  id uuid not null,
  token_hash text not null,
  kind text not null check (kind in ('second factor', 'passkey', 'new passkey', 'outside')),
  person_id uuid,
  facts jsonb not null default '{}',
  ends_at timestamptz not null,
  primary key (county_code, id),
  unique (county_code, token_hash),
  foreign key (county_code, person_id) references teams.people (county_code, id)
);
comment on table teams.sign_in_steps is 'A sign-in on its way: what was asked and may be answered once, for a few minutes.';

create table teams.known_devices (
  county_code integer not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  failures smallint not null default 0,
  locked_until timestamptz,
  ends_on date not null,
  primary key (county_code, id),
  unique (county_code, token_hash),
  foreign key (county_code, person_id) references teams.people (county_code, id)
);
create index known_devices_by_person on teams.known_devices (county_code, person_id);
comment on table teams.known_devices is 'Browsers in which an officer once signed in count their own wrong tries, so that strangers cannot keep the officer out. The hash is made with the person, so that two persons of one browser are not found together.';

alter table teams.authenticators enable row level security;
alter table teams.passkeys enable row level security;
alter table teams.spare_codes enable row level security;
alter table teams.sign_in_steps enable row level security;
alter table teams.known_devices enable row level security;
create policy doorkeeper_only on teams.authenticators for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
create policy doorkeeper_only on teams.passkeys for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
create policy doorkeeper_only on teams.spare_codes for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
create policy doorkeeper_only on teams.sign_in_steps for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
create policy doorkeeper_only on teams.known_devices for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
grant select, insert, update, delete
  on teams.authenticators, teams.passkeys, teams.spare_codes, teams.sign_in_steps, teams.known_devices to linli_app;
