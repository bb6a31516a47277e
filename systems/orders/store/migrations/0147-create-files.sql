-- 上级交办: the files in which replies went back to a higher platform. What was in a file is told by its rows; words stay in the journal.
create schema orders;
grant usage on schema orders to linli_app, linli_jobs, linli_verify;
create table orders.files (
  county_code integer not null,
  id uuid not null,
  version integer not null,
  platform text not null,
  layout_version integer not null,
  form text not null check (form in ('csv', 'xlsx')),
  rows integer not null check (rows > 0),
  sent_at timestamptz not null,
  sendings integer not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  head_leaf bytea not null,
  primary key (county_code, id)
);
create index files_newest on orders.files (county_code, sent_at desc, id);
comment on table orders.files is 'One row a file of replies; sendings counts how often it was made, the first time included.';
create table orders.rows (
  county_code integer not null,
  matter_id uuid not null,
  state text not null check (state in ('answered', 'closed', 'not-accepted')),
  answer_version integer not null,
  file_id uuid not null,
  place integer not null,
  primary key (county_code, matter_id, state, answer_version),
  foreign key (county_code, file_id) references orders.files (county_code, id)
);
create index rows_of_a_file on orders.rows (county_code, file_id, place);
comment on table orders.rows is 'An answer goes in one file: matter, what became of it, and the line of the answer.';
alter table orders.files enable row level security;
alter table orders.rows enable row level security;
create policy officers_of_the_county on orders.files to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county')
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy officers_of_the_county on orders.rows to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county')
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy jobs_within_the_county on orders.files to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy jobs_within_the_county on orders.rows to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy verified_within_the_county on orders.files for select to linli_verify using (county_code = (select foundation.county()));
create policy verified_within_the_county on orders.rows for select to linli_verify using (county_code = (select foundation.county()));
grant select, insert, update on orders.files to linli_app, linli_jobs;
grant select, insert on orders.rows to linli_app, linli_jobs;
grant select on orders.files, orders.rows to linli_verify;
