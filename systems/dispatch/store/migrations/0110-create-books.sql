-- 派单规则, 派单目录, 履职事项清单: what decides where a matter goes, version by version. counties/ only seeds it.
create schema dispatch;
grant usage on schema dispatch to linli_app, linli_portal, linli_jobs, linli_verify;

create table dispatch.books (
  county_code integer not null,
  book text not null check (book in ('rules', 'catalogue', 'duties')),
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'proposed', 'on', 'past')),
  body jsonb not null,
  source text not null check (source <> ''),
  note text not null default '',
  proposed_by_post uuid,
  approved_by_post uuid,
  valid_from date,
  valid_to date,
  at timestamptz not null,
  primary key (county_code, book, version),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create unique index books_on on dispatch.books (county_code, book) where state = 'on';
comment on table dispatch.books is 'One version is on; each decision keeps the versions it was made with. The body of a version never changes but for a draft''s.';
alter table dispatch.books enable row level security;
create policy within_the_county on dispatch.books for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy written_for_the_county on dispatch.books for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy switched_for_the_county on dispatch.books for update to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
grant select on dispatch.books to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert on dispatch.books to linli_app, linli_jobs;
grant update (state, approved_by_post, valid_from, valid_to) on dispatch.books to linli_app, linli_jobs;
