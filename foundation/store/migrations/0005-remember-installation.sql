-- One row: which county this database is, whether its first setting-up was finished, and which key file belongs to it.
create table foundation.installation (
  only_one boolean primary key default true check (only_one),
  county_code integer not null,
  demonstration boolean not null,
  setup text not null check (setup in ('begun', 'finished')),
  key_fingerprint text not null,
  made_at timestamptz not null default now()
);
alter table foundation.installation enable row level security;
create policy readable on foundation.installation for select to linli_app, linli_portal, linli_jobs, linli_verify using (true);
grant select on foundation.installation to linli_app, linli_portal, linli_jobs, linli_verify;
comment on table foundation.installation is 'Which county this database is, and whether its setting-up was finished.';
