-- The journal: one line for every act on every procedure. Written with the act, never changed afterwards.
create schema ledger;
grant usage on schema ledger to linli_app, linli_portal, linli_jobs, linli_verify;

create table ledger.lines (
  county_code    integer     not null,
  id             uuid        not null,
  procedure_kind text        not null,
  procedure_id   uuid        not null,
  matter_id      uuid,
  version        integer     not null check (version >= 1),
  act            text        not null,
  at             timestamptz not null,
  device_at      timestamptz,
  command_id     uuid        not null,
  public_group   text        not null,
  text_group     text        not null,
  salt_public    bytea       not null check (octet_length(salt_public) = 32),
  salt_text      bytea       not null check (octet_length(salt_text) = 32),
  hash_public    bytea       not null check (octet_length(hash_public) = 32),
  hash_text      bytea       not null check (octet_length(hash_text) = 32),
  hash_person    bytea       not null check (octet_length(hash_person) = 32),
  previous       bytea,
  leaf           bytea       not null check (octet_length(leaf) = 36),
  primary key (county_code, id),
  unique (county_code, procedure_kind, procedure_id, version),
  check ((version = 1) = (previous is null))
);
create index lines_by_matter on ledger.lines (county_code, matter_id, id);

comment on table ledger.lines is 'One line for every act on every procedure, chained per procedure by the leaf of the line before.';
comment on column ledger.lines.matter_id is 'The matter whose timeline shows this line; empty for registers.';
comment on column ledger.lines.public_group is 'Canonical JSON (RFC 8785), exactly the bytes that were hashed: no words of a person.';
comment on column ledger.lines.text_group is 'Canonical JSON, exactly the bytes that were hashed: content and hashes of attachments.';
comment on column ledger.lines.hash_person is 'Commitment to persons and actor, whose salt and body stand in residents.line_persons and can be erased.';
comment on column ledger.lines.previous is 'Leaf of the line before in the same procedure.';

alter table ledger.lines enable row level security;
revoke all on ledger.lines from public;
grant select, insert on ledger.lines to linli_app, linli_portal, linli_jobs;
grant select on ledger.lines to linli_verify;

create policy written_within_the_county on ledger.lines for insert to linli_app, linli_portal, linli_jobs
  with check (county_code = (select foundation.county()));
create policy read_within_the_county on ledger.lines for select to linli_app, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy read_by_the_bearer_of_a_code on ledger.lines for select to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]));
