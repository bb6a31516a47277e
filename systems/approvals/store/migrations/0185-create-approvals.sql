-- What one person asks and another decides. A row is one asking; its words stay in the journal, the row says how it stands.
create schema approvals;
grant usage on schema approvals to linli_app, linli_portal, linli_jobs, linli_verify;

-- Does whoever asks read the records of approvals for the whole county? Said by the context of a post of audit administration.
create function approvals.is_auditor() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('linli.audit', true), '') = 'on' $$;

create table approvals.approvals (
  county_code    integer     not null,
  id             uuid        not null,
  version        integer     not null check (version >= 1),
  kind           text        not null check (kind ~ '^[a-z][a-z.-]{2,40}$'),
  subject        text        not null check (subject ~ '^[A-Za-z0-9._:/+-]{1,80}$'),
  matter_id      uuid,
  purpose        text        not null check (purpose ~ '^[a-z][a-z0-9-]{2,60}$'),
  words          text        not null check (length(words) between 1 and 1000),
  article        text,
  facts          jsonb       not null default '{}',
  state          text        not null check (state in ('asked', 'at-once', 'approved', 'refused', 'withdrawn', 'upheld', 'objected')),
  asked_person   uuid        not null,
  asked_post     uuid        not null,
  asked_unit     uuid        not null,
  asked_at       timestamptz not null,
  decide_until   timestamptz not null,
  hours          numeric     not null check (hours > 0),
  decided_person uuid,
  decided_post   uuid,
  decided_unit   uuid,
  decided_at     timestamptz,
  why            text        not null default '',
  holds_until    timestamptz,
  uses           integer     not null default 0 check (uses >= 0),
  used_at        timestamptz,
  head_leaf      bytea       not null check (octet_length(head_leaf) = 36),
  primary key (county_code, id),
  constraint another_person_decides check (decided_person is distinct from asked_person),
  constraint decided_by_someone check ((state in ('approved', 'refused', 'upheld', 'objected')) = (decided_person is not null)
    and (decided_person is null) = (decided_at is null) and (decided_person is null) = (decided_post is null)),
  constraint holds_only_when_given check ((state in ('approved', 'at-once', 'upheld', 'objected')) = (holds_until is not null)),
  constraint used_only_when_given check (uses = 0 or holds_until is not null)
);
create index approvals_waiting on approvals.approvals (county_code, decide_until) where state in ('asked', 'at-once');
create index approvals_of_a_subject on approvals.approvals (county_code, kind, subject);
create index approvals_of_a_person on approvals.approvals (county_code, asked_person, asked_at desc);
create index approvals_newest on approvals.approvals (county_code, asked_at desc);
create unique index one_asking_waits on approvals.approvals (county_code, kind, subject, asked_person) where state = 'asked';
comment on table approvals.approvals is 'One asking that a second person decides. at-once: done by one person for danger to life, reviewed by a second afterwards.';
comment on column approvals.approvals.asked_person is 'Kept so that nobody decides what they asked; shown nowhere, the screens name posts and units.';

alter table approvals.approvals enable row level security;
revoke all on approvals.approvals from public;
grant select, insert on approvals.approvals to linli_app;
grant update (version, state, decided_person, decided_post, decided_unit, decided_at, why, holds_until, uses, used_at, head_leaf)
  on approvals.approvals to linli_app;
grant select on approvals.approvals to linli_jobs, linli_verify;

create policy asked_in_ones_own_name on approvals.approvals for insert to linli_app
  with check (county_code = (select foundation.county()) and asked_person = (select foundation.person())
    and state in ('asked', 'at-once') and decided_person is null and uses = 0);
create policy seen_by_both_sides on approvals.approvals for select to linli_app
  using (county_code = (select foundation.county()) and (select foundation.person()) is not null
    and (asked_person = (select foundation.person()) or decided_person = (select foundation.person())
      or (select foundation.scope()) = 'county' or asked_unit = any ((select foundation.units())::uuid[])
      or (select approvals.is_auditor())));
-- Who asked uses or withdraws; whoever else decides, in their own name, what still waits.
create policy used_by_whoever_asked on approvals.approvals for update to linli_app
  using (county_code = (select foundation.county()) and asked_person = (select foundation.person()))
  with check (county_code = (select foundation.county()) and asked_person = (select foundation.person()));
create policy decided_by_another on approvals.approvals for update to linli_app
  using (county_code = (select foundation.county()) and state in ('asked', 'at-once')
    and asked_person <> (select foundation.person())
    and ((select foundation.scope()) = 'county' or asked_unit = any ((select foundation.units())::uuid[])))
  with check (county_code = (select foundation.county()) and decided_person = (select foundation.person()));
create policy read_within_the_county on approvals.approvals for select to linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
