create table teams.people (
  county_code integer not null,
  id uuid not null,
  sign_in_name text not null check (sign_in_name <> '' and sign_in_name = lower(sign_in_name)),
  display_name text not null check (display_name <> ''),
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  disabled boolean not null default false,
  first_admin boolean not null default false,
  made_up boolean not null default false,
  primary key (county_code, id),
  unique (county_code, sign_in_name)
);
create unique index one_first_admin on teams.people (county_code) where first_admin;
comment on table teams.people is 'Officers who may sign in. Nothing is kept about when or how often they do.';

create table teams.holdings (
  county_code integer not null,
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  kind text not null default 'holds' check (kind in ('holds', 'stands in')),
  held_from date not null,
  held_to date,
  primary key (county_code, id),
  foreign key (county_code, person_id) references teams.people (county_code, id),
  foreign key (county_code, post_id) references teams.posts (county_code, id),
  check (held_to >= held_from - 1),
  check (kind = 'holds' or held_to is not null)
);
create index holdings_by_person on teams.holdings (county_code, person_id);
create index holdings_by_post on teams.holdings (county_code, post_id);
comment on table teams.holdings is 'Who holds a post or stands in on it, day by day (Asia/Shanghai). held_to: last day, included; held_from - 1 means it never took effect.';

alter table teams.people enable row level security;
alter table teams.holdings enable row level security;

create policy read_in_county on teams.people for select to linli_app, linli_jobs
  using (county_code = (select foundation.county()));
create policy arrange_insert on teams.people for insert to linli_app
  with check (county_code = (select foundation.county()) and (select teams.may_arrange()));
create policy arrange_update on teams.people for update to linli_app
  using (county_code = (select foundation.county()) and (select teams.may_arrange()))
  with check (county_code = (select foundation.county()));
create policy read_in_county on teams.holdings for select to linli_app, linli_jobs
  using (county_code = (select foundation.county()));
create policy arrange_insert on teams.holdings for insert to linli_app
  with check (county_code = (select foundation.county()) and (select teams.may_arrange()));
create policy arrange_update on teams.holdings for update to linli_app
  using (county_code = (select foundation.county()) and (select teams.may_arrange()))
  with check (county_code = (select foundation.county()));

grant select on teams.people, teams.holdings to linli_app, linli_jobs;
grant insert, update on teams.people, teams.holdings to linli_app;
