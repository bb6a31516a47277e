-- One row a clock, due instant and step: that it was said, so that it is said once.
create table supervision.warnings (
  county_code integer not null,
  clock_id uuid not null,
  due_at timestamptz not null,
  step text not null,
  at timestamptz not null,
  primary key (county_code, clock_id, due_at, step)
);
comment on table supervision.warnings is 'Steps of the ladder that were given; names a clock, never a person.';

-- What a post is told. Number and kind are joined when it is read, in the reader's own context.
create table supervision.notices (
  county_code integer not null,
  id uuid not null,
  post_id uuid not null,
  matter_id uuid,
  order_id uuid,
  what text not null,
  due_at timestamptz,
  urgent boolean not null default false,
  seen boolean not null default false,
  at timestamptz not null,
  primary key (county_code, id),
  check (num_nonnulls(matter_id, order_id) = 1)
);
create index notices_of_a_post on supervision.notices (county_code, post_id, at desc, id desc) where not seen;
create index notices_by_age on supervision.notices (county_code, at);
comment on column supervision.notices.seen is 'Only that the post need not be told again; by whom and when is not kept.';

create table supervision.digests (
  county_code integer not null,
  person_id uuid not null,
  day date not null,
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  seen boolean not null default false,
  primary key (county_code, person_id, day)
);
comment on table supervision.digests is 'The one list of the day for whoever holds posts: clocks by group. The next day takes its place; nothing is counted by person.';

alter table supervision.warnings enable row level security;
alter table supervision.notices enable row level security;
alter table supervision.digests enable row level security;
create policy jobs_in_county on supervision.warnings to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
grant select, insert on supervision.warnings to linli_jobs;

-- A post's notices are for whoever is on it today: the door gives the posts, and the row is read only with one of them.
create policy jobs_in_county on supervision.notices to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy officers_in_county on supervision.notices to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) <> 'none')
  with check (county_code = (select foundation.county()));
grant select, insert, delete on supervision.notices to linli_jobs;
grant select, insert on supervision.notices to linli_app;
grant update (seen) on supervision.notices to linli_app;

create policy jobs_in_county on supervision.digests to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy ones_own on supervision.digests to linli_app
  using (county_code = (select foundation.county()) and person_id = (select foundation.person()))
  with check (county_code = (select foundation.county()) and person_id = (select foundation.person()));
grant select, insert, delete on supervision.digests to linli_jobs;
grant select, update (seen) on supervision.digests to linli_app;
