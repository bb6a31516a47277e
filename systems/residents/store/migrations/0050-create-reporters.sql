-- Who said it. Names, telephones and addresses only as ciphertext; the key of the matter stands apart and can be destroyed.
create schema residents;
grant usage on schema residents to linli_app, linli_portal, linli_jobs, linli_verify;

-- The lookup (HMAC, in hex) of the code or link that the bearer has just shown; set for one transaction by the portal.
create function residents.lookup() returns bytea language sql stable parallel safe
  return decode(nullif(current_setting('linli.lookup', true), ''), 'hex');

create table residents.reporters (
  county_code     integer     not null,
  id              uuid        not null,
  matter_id       uuid        not null,
  handle          text        not null check (handle ~ '^[2-9A-Z]{4}$'),
  role            text        not null check (role in ('reporter', 'also met', 'entered for')),
  door            text        not null,
  entered_by_post uuid,
  relation        text,
  consent         boolean,
  code_lookup     bytea       check (octet_length(code_lookup) = 32),
  link_lookup     bytea       check (octet_length(link_lookup) = 32),
  sealed          bytea,
  key_version     integer     not null,
  quiet           boolean     not null default false,
  wants_secrecy   boolean     not null default false,
  created_at      timestamptz not null,
  withdrawn_at    timestamptz,
  erased_at       timestamptz,
  primary key (county_code, id),
  unique (county_code, code_lookup),
  unique (county_code, link_lookup)
);
create index reporters_by_matter on residents.reporters (county_code, matter_id);

comment on table residents.reporters is 'Those who reported a matter, each with a code of their own. A handle is drawn for one matter and never leads to another.';
comment on column residents.reporters.sealed is 'Name, telephone, address, account: AES-256-GCM under the data key of the matter.';
comment on column residents.reporters.quiet is 'Wants no notices: only the code tells.';

alter table residents.reporters enable row level security;
revoke all on residents.reporters from public;
grant select, insert on residents.reporters to linli_app, linli_portal, linli_jobs;
grant update (sealed, key_version, quiet, wants_secrecy, withdrawn_at, relation, code_lookup, link_lookup, erased_at)
  on residents.reporters to linli_app, linli_jobs;
grant update (sealed, key_version, quiet, wants_secrecy, withdrawn_at) on residents.reporters to linli_portal;

create policy written_within_the_county on residents.reporters for insert to linli_app, linli_portal, linli_jobs
  with check (county_code = (select foundation.county()));
create policy read_within_the_county on residents.reporters for select to linli_app, linli_jobs
  using (county_code = (select foundation.county()));
create policy changed_within_the_county on residents.reporters for update to linli_app, linli_jobs
  using (county_code = (select foundation.county()));
create policy read_by_the_bearer_of_a_code on residents.reporters for select to linli_portal
  using (county_code = (select foundation.county()) and (
    matter_id = any ((select foundation.matters())::uuid[])
    or code_lookup = (select residents.lookup()) or link_lookup = (select residents.lookup())));
create policy changed_by_the_bearer_of_a_code on residents.reporters for update to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]));
