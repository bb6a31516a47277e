-- A resident's own booklet of codes: a list that only whoever holds its secret can read. The secret is kept nowhere; neither a role of
-- the staff, nor the jobs, nor the owner of the database with the key file in hand can open one, or tell whose it is.
create table residents.booklets (
  county_code integer not null,
  lookup      bytea   not null check (octet_length(lookup) = 32),
  sealed      bytea   not null,
  -- the month, so that no moment leads to what was said in that moment
  seen_in     date    not null check (extract(day from seen_in) = 1),
  primary key (county_code, lookup)
);
comment on table residents.booklets is 'Sealed lists of codes that residents keep together; see docs/adr/0206-a-booklet-instead-of-an-account.md.';

-- The lookup (HMAC, in hex) of the booklet's secret that was just shown; set for one transaction by the portal.
create function residents.booklet() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('linli.booklet', true), ''), 'hex') $$;

alter table residents.booklets enable row level security;
revoke all on residents.booklets from public;
grant select, insert, delete on residents.booklets to linli_portal;
grant update (sealed, seen_in) on residents.booklets to linli_portal;
create policy only_with_its_secret on residents.booklets to linli_portal
  using (county_code = (select foundation.county()) and lookup = (select residents.booklet()))
  with check (county_code = (select foundation.county()) and lookup = (select residents.booklet()));
-- The nightly job takes away what nobody has opened for years, by its month alone.
grant select (county_code, seen_in), delete on residents.booklets to linli_jobs;
create policy swept_within_the_county on residents.booklets to linli_jobs using (county_code = (select foundation.county()));
