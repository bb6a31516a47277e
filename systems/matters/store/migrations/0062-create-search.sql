-- Search tokens of title and text, derived and purged by matter; names and telephones never enter (they are sealed, digits masked).
-- An array operator is not leakproof, so a row policy with a condition would keep PostgreSQL from using the index: the policy
-- names the roles alone, and every view joins matters.matters, whose policy decides what is seen (docs/adr/0062).
create table matters.search (
  county_code integer not null,
  matter_id uuid not null,
  received_at timestamptz not null,
  tokens text[] not null,
  primary key (county_code, matter_id)
);
create index search_newest on matters.search (county_code, received_at desc, matter_id desc);
create index search_tokens on matters.search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 1024);
alter table matters.search alter column tokens set statistics 1000;
comment on table matters.search is 'Derived: two-character tokens of a matter''s words.';
alter table matters.search enable row level security;
create policy officers_and_jobs on matters.search to linli_app, linli_jobs using (true) with check (county_code = (select foundation.county()));
create policy residents_add on matters.search for insert to linli_portal with check (county_code = (select foundation.county()));
grant select, insert, update, delete on matters.search to linli_app, linli_jobs;
grant insert on matters.search to linli_portal;
