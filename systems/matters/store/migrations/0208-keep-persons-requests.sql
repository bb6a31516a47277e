-- What a resident asks about their own data (个人信息保护法 44–50): erase, stop, explain, other. Each has a date by which it is answered with
-- reasons. The words stand in the journal too; here is what waits, what was answered, and by which post.
create table matters.person_requests (
  county_code  integer     not null,
  id           uuid        not null,
  matter_id    uuid        not null,
  reporter_id  uuid        not null,
  kind         text        not null check (kind in ('erase', 'object', 'explain', 'other')),
  words        text        not null,
  asked_at     timestamptz not null,
  due_at       timestamptz not null,
  provisional  boolean     not null,
  term         text        not null,
  term_version integer     not null,
  answered_at  timestamptz,
  granted      boolean,
  answer       text,
  answered_by  uuid,
  primary key (county_code, id),
  check ((answered_at is null) = (answer is null) and (answer is null) = (granted is null) and (granted is null) = (answered_by is null))
);
create index person_requests_by_matter on matters.person_requests (county_code, matter_id);
create index person_requests_waiting on matters.person_requests (county_code, due_at) where answered_at is null;
comment on table matters.person_requests is 'Requests of residents about their own data, one matter each; never grouped by person.';
comment on column matters.person_requests.answered_by is 'The post that answered.';

alter table matters.person_requests enable row level security;
revoke all on matters.person_requests from public;
grant select on matters.person_requests to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert on matters.person_requests to linli_portal;
grant update (answered_at, granted, answer, answered_by) on matters.person_requests to linli_app;
create policy whoever_sees_the_matter on matters.person_requests for select to linli_app
  using (county_code = (select foundation.county())
    and exists (select from matters.matters m where m.county_code = person_requests.county_code and m.id = person_requests.matter_id));
create policy answered_by_whoever_sees_the_matter on matters.person_requests for update to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county'
    and exists (select from matters.matters m where m.county_code = person_requests.county_code and m.id = person_requests.matter_id))
  with check (county_code = (select foundation.county()) and answered_by = (select foundation.post()));
create policy read_by_the_bearer on matters.person_requests for select to linli_portal
  using (county_code = (select foundation.county()) and reporter_id = (select residents.bearer())
    and matter_id = any ((select foundation.matters())::uuid[]));
create policy asked_by_the_bearer on matters.person_requests for insert to linli_portal
  with check (county_code = (select foundation.county()) and reporter_id = (select residents.bearer())
    and matter_id = any ((select foundation.matters())::uuid[]));
create policy within_the_county on matters.person_requests for select to linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
