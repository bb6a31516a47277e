-- Helps with a lost code: whoever stands at the counter says their telephone, and exactly its matters are found. A row holds 24 bits of a
-- keyed hash of the telephone and a sealed pointer: without the key file no row leads to a matter, no matter to a row, and neither to a
-- person; a token is shared by strangers, which is meant. There is no other way from a person to their matters.
create table residents.blind_index (
  county_code integer not null,
  id          uuid    not null,
  token       integer not null check (token between 0 and 16777215),
  pointer     bytea   not null,
  primary key (county_code, id)
);
create index blind_tokens on residents.blind_index (county_code, token);
comment on table residents.blind_index is 'Blind index of telephones; see docs/adr/0202-a-blind-index-for-lost-codes.md. No key to a matter or a reporter stands here.';
comment on column residents.blind_index.id is 'Keyed hash of the reporter''s id: found again only with the key file, when the row must change or go.';

-- The tokens of the telephone that was just said; set for one transaction.
create function residents.blind_tokens() returns integer[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('linli.blind_tokens', true), ''), ',')::integer[], '{}') $$;

-- The rows that are about to be written anew or taken away; set for one transaction.
create function residents.blind_rows() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('linli.blind_rows', true), ''), ',')::uuid[], '{}') $$;

-- Nobody reads it whole, not the jobs either: only the rows of a token that was said, or rows named one by one.
alter table residents.blind_index enable row level security;
revoke all on residents.blind_index from public;
grant select, insert, delete on residents.blind_index to linli_jobs;
grant select (county_code, id), delete on residents.blind_index to linli_app;
create policy found_by_the_token_said on residents.blind_index for select to linli_jobs
  using (county_code = (select foundation.county())
    and (token = any ((select residents.blind_tokens())::integer[]) or id = any ((select residents.blind_rows())::uuid[])));
create policy found_to_be_taken_away on residents.blind_index for select to linli_app
  using (county_code = (select foundation.county()) and id = any ((select residents.blind_rows())::uuid[]));
create policy taken_away_one_by_one on residents.blind_index for delete to linli_jobs, linli_app
  using (county_code = (select foundation.county()) and id = any ((select residents.blind_rows())::uuid[]));
create policy written_by_jobs on residents.blind_index for insert to linli_jobs with check (county_code = (select foundation.county()));

-- Which reporters' rows still wait to be indexed: at first all that were ever sealed. It says nothing of a token.
alter table residents.reporters add column index_due boolean not null default true;
create index reporters_to_index on residents.reporters (county_code, id) where index_due;
comment on column residents.reporters.index_due is 'The blind index does not hold this row as it is sealed now.';
grant update (index_due) on residents.reporters to linli_app, linli_portal, linli_jobs;

-- Each look-up, by post: for its limits and for whoever audits. What was found is not here.
create table residents.lookups (
  county_code integer     not null,
  id          uuid        not null,
  at          timestamptz not null,
  post_id     uuid        not null,
  unit_id     uuid        not null,
  purpose     text        not null,
  primary key (county_code, id)
);
create index lookups_by_post on residents.lookups (county_code, post_id, at);
comment on table residents.lookups is 'Look-ups for a lost code with the resident present: which post, when and why; never for whom.';
alter table residents.lookups enable row level security;
revoke all on residents.lookups from public;
grant select, insert on residents.lookups to linli_app, linli_jobs;
create policy ones_own_post on residents.lookups for select to linli_app
  using (county_code = (select foundation.county()) and post_id = (select foundation.post()));
create policy read_by_jobs on residents.lookups for select to linli_jobs using (county_code = (select foundation.county()));
create policy written_in_the_name_of_the_post on residents.lookups for insert to linli_app
  with check (county_code = (select foundation.county()) and post_id = (select foundation.post()));
create policy written_by_jobs on residents.lookups for insert to linli_jobs with check (county_code = (select foundation.county()));
