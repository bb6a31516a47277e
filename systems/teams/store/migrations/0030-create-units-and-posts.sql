create schema teams;
grant usage on schema teams to linli_app, linli_portal, linli_jobs, linli_verify;

-- The doorkeeper is the context before anyone is known (sign-in, first start, seeding): this county, scope "none" said
-- aloud, no person. An officer at work always has a person in the context and so never is the doorkeeper.
create function teams.is_doorkeeper() returns boolean language sql stable parallel safe
  as $$ select foundation.county() is not null and foundation.person() is null
        and coalesce(current_setting('linli.scope', true), '') = 'none' $$;
create function teams.may_arrange() returns boolean language sql stable parallel safe
  as $$ select foundation.scope() = 'county' or teams.is_doorkeeper() $$;

create table teams.units (
  county_code integer not null,
  id uuid not null,
  code text not null check (code <> ''),
  number_prefix text not null default '',
  kind text not null check (kind in ('county leadership', 'county centre', 'county department', 'committee',
                                     'township centre', 'village centre', 'outside body')),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  english_name text not null default '',
  parent_id uuid,
  place_id uuid,
  phone text not null default '',
  made_up boolean not null default false,
  valid_from date not null default '2000-01-01',
  valid_to date,
  primary key (county_code, id),
  unique (county_code, code),
  foreign key (county_code, parent_id) references teams.units (county_code, id)
);
create index units_by_place on teams.units (county_code, place_id) where place_id is not null;
create index units_by_parent on teams.units (county_code, parent_id);
comment on table teams.units is 'Bodies that can hold a matter. place_id: the township or village whose area it serves. valid_to: last day, included.';

create table teams.posts (
  county_code integer not null,
  id uuid not null,
  unit_id uuid not null,
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  english_name text not null default '',
  rights text[] not null default '{}',
  valid_from date not null default '2000-01-01',
  valid_to date,
  primary key (county_code, id),
  unique (county_code, code),
  foreign key (county_code, unit_id) references teams.units (county_code, id)
);
create index posts_by_unit on teams.posts (county_code, unit_id);
comment on table teams.posts is 'A post holds the rights; whoever holds the post today has them.';

alter table teams.units enable row level security;
alter table teams.posts enable row level security;

create policy read_in_county on teams.units for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy arrange_insert on teams.units for insert to linli_app
  with check (county_code = (select foundation.county()) and (select teams.may_arrange()));
create policy arrange_update on teams.units for update to linli_app
  using (county_code = (select foundation.county()) and (select teams.may_arrange()))
  with check (county_code = (select foundation.county()));
create policy read_in_county on teams.posts for select to linli_app, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy arrange_insert on teams.posts for insert to linli_app
  with check (county_code = (select foundation.county()) and (select teams.may_arrange()));
create policy arrange_update on teams.posts for update to linli_app
  using (county_code = (select foundation.county()) and (select teams.may_arrange()))
  with check (county_code = (select foundation.county()));

grant select on teams.units to linli_app, linli_portal, linli_jobs, linli_verify;
grant select on teams.posts to linli_app, linli_jobs, linli_verify;
grant insert, update on teams.units, teams.posts to linli_app;
