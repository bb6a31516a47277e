-- One row an import of a spreadsheet: what was agreed (mapping, options), what was found, how far it is, where it goes on.
-- Cells are not kept here: the file and its samples lie in the data folder until the import has ended.
create table matters.imports (
  county_code integer not null,
  id uuid not null,
  name text not null check (length(name) <= 200),
  state text not null check (state in ('uploaded', 'dry-run', 'checked', 'running', 'done', 'stopped', 'undoing', 'undone', 'failed')),
  kind text not null,
  encoding text,
  sheet text not null,
  sheet_index integer not null,
  header_row integer not null,
  columns jsonb not null,
  warnings jsonb not null default '[]',
  shift_years integer not null default 0,
  pseudonyms boolean not null default false,
  total integer,
  read_rows integer not null default 0,
  new_rows integer not null default 0,
  skipped_rows integer not null default 0,
  error_rows integer not null default 0,
  notes jsonb not null default '{}',
  problems jsonb not null default '[]',
  resume_row integer not null default 0,
  undone_rows integer not null default 0,
  kept_rows integer not null default 0,
  indexed_until uuid,
  indexed_rows integer not null default 0,
  failure text,
  by_post uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  worked_seconds double precision not null default 0,
  updated_at timestamptz not null,
  primary key (county_code, id)
);
create index imports_newest on matters.imports (county_code, created_at desc, id);
comment on table matters.imports is 'Imports of spreadsheets; progress is written in the transaction of the rows it counts.';
comment on column matters.imports.resume_row is 'The last row of the sheet that has been dealt with; a run goes on below it.';
comment on column matters.imports.new_rows is 'Before the run: what the dry run found new; afterwards: matters written.';
comment on column matters.imports.kept_rows is 'Rows an undo left alone because somebody had acted on them.';
alter table matters.imports enable row level security;
create policy officers_within_the_county on matters.imports to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none') with check (county_code = (select foundation.county()));
create policy jobs_within_the_county on matters.imports to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
grant select, insert, update on matters.imports to linli_app, linli_jobs;

-- Which row of which source became which matter: the same row brought twice changes nothing. Keys are keyed hashes, never words.
create table matters.import_rows (
  county_code integer not null,
  source_key uuid not null,
  content uuid not null,
  import_id uuid not null,
  matter_id uuid not null,
  primary key (county_code, source_key)
);
comment on table matters.import_rows is 'Idempotency of imports: keyed hash of the source number (or of the row''s content) → matter. Dropped by an undo.';
alter table matters.import_rows enable row level security;
create policy jobs_within_the_county on matters.import_rows to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
grant select, insert, delete on matters.import_rows to linli_jobs;
