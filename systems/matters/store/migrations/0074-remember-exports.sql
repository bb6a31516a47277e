-- That a list left the house: which post took it, in what form, by which filters (their names, not their words). Insert-only.
create table matters.exports (
  county_code integer not null,
  id uuid not null,
  by_post uuid,
  form text not null check (form in ('csv', 'xlsx')),
  filters text[] not null,
  at timestamptz not null,
  primary key (county_code, id)
);
comment on table matters.exports is 'Exports of lists, insert-only.';
alter table matters.exports enable row level security;
create policy told_within_the_county on matters.exports for insert to linli_app, linli_jobs with check (county_code = (select foundation.county()));
create policy read_by_the_county on matters.exports for select to linli_app, linli_jobs, linli_verify
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
grant select, insert on matters.exports to linli_app, linli_jobs;
grant select on matters.exports to linli_verify;
