-- A code of 12 digits opens together with four more: the last of the telephone that was left, or four drawn with the code.
-- Codes given before that day open alone where no telephone was left, until their bearer says that the four are written down.
alter table residents.reporters add column opens_alone boolean;
comment on column residents.reporters.opens_alone is 'True: the 12 digits alone still open, within the limits on guessing; the code is older than the four digits beside it.';
update residents.reporters set opens_alone = true where code_lookup is not null;

-- The reporter whose code or link was shown; set for one transaction by the portal.
create function residents.bearer() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('linli.bearer', true), '')::uuid $$;

grant update (code_generation, code_lookup, link_lookup, opens_alone) on residents.reporters to linli_portal;
grant update (opens_alone) on residents.reporters to linli_app, linli_jobs;
-- Whoever reported the same matter has a row beside it: a bearer changes none but the own.
create policy only_the_own_row_is_changed on residents.reporters as restrictive for update to linli_portal
  using (id = (select residents.bearer())) with check (id = (select residents.bearer()));
