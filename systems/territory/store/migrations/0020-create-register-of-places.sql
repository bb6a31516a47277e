-- The register of places: a place keeps an id of its own for ever; its name, code and parent are dated states.
create schema territory;
grant usage on schema territory to linli_app, linli_portal, linli_jobs, linli_verify;

create table territory.versions (
  county_code integer not null,
  version integer not null check (version > 0),
  valid_from date not null,
  source text not null,
  reason text not null,
  -- west, south, east, north in WGS-84 degrees; a point beyond it is outside the county
  extent double precision[] check (extent is null or cardinality(extent) = 4),
  -- hash of the settled content, so that seeding the same twice changes nothing
  content_hash text not null,
  made_at timestamptz not null default now(),
  primary key (county_code, version)
);
comment on table territory.versions is 'Each confirmed change of the county''s territory; a matter stores the version it was placed with.';

create table territory.places (
  county_code integer not null,
  id uuid not null,
  kind text not null check (kind in ('county', 'township', 'village', 'grid', 'group')),
  made_up boolean not null default false,
  since_version integer not null,
  primary key (county_code, id),
  foreign key (county_code, since_version) references territory.versions (county_code, version)
);
comment on table territory.places is 'Identity only. made_up marks grids and groups invented for the demonstration.';

create table territory.place_states (
  county_code integer not null,
  place_id uuid not null,
  from_version integer not null,
  -- the first version in which this state no longer holds; null while it holds
  to_version integer check (to_version > from_version),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  code text not null,
  name text not null,
  short_name text not null,
  committee text check (committee in ('residents', 'villagers')),
  parent_id uuid,
  -- from the county down to the place itself
  path uuid[] not null,
  township_id uuid,
  village_id uuid,
  grid_id uuid,
  primary key (county_code, place_id, from_version),
  foreign key (county_code, place_id) references territory.places (county_code, id),
  foreign key (county_code, parent_id) references territory.places (county_code, id),
  foreign key (county_code, from_version) references territory.versions (county_code, version),
  foreign key (county_code, to_version) references territory.versions (county_code, version)
);
create unique index place_states_one_current on territory.place_states (county_code, place_id) where to_version is null;
create unique index place_states_current_code on territory.place_states (county_code, code) where to_version is null;
create index place_states_current_parent on territory.place_states (county_code, parent_id, code) where to_version is null;
comment on table territory.place_states is 'Dated names, codes and parents of places.';

create table territory.place_aliases (
  county_code integer not null,
  place_id uuid not null,
  alias text not null,
  -- former: an earlier official name; written: another way to write it; spoken: how people say it
  kind text not null check (kind in ('former', 'written', 'spoken')),
  source text not null,
  primary key (county_code, place_id, alias),
  foreign key (county_code, place_id) references territory.places (county_code, id)
);
comment on table territory.place_aliases is 'Names that a place goes by beside its official one; short forms that follow a rule are not stored.';

alter table territory.versions enable row level security;
alter table territory.places enable row level security;
alter table territory.place_states enable row level security;
alter table territory.place_aliases enable row level security;

create policy read_own_county on territory.versions for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy read_own_county on territory.places for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy read_own_county on territory.place_states for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy read_own_county on territory.place_aliases for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));

-- Only who works for the whole county changes the territory.
create policy change_own_county on territory.versions for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy change_own_county on territory.places for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy change_own_county on territory.place_states for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy end_own_county on territory.place_states for update to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county')
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy change_own_county on territory.place_aliases for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy drop_own_county on territory.place_aliases for delete to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');

grant select on territory.versions, territory.places, territory.place_states, territory.place_aliases
  to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert on territory.versions, territory.places, territory.place_states, territory.place_aliases to linli_app, linli_jobs;
grant delete on territory.place_aliases to linli_app, linli_jobs;
-- A state that held is never rewritten: it can only be ended.
grant update (to_version, valid_to) on territory.place_states to linli_app, linli_jobs;

-- Published: what other systems may read in their own SQL.
create function territory.current_version() returns integer language sql stable parallel safe
  as $$ select max(version) from territory.versions where county_code = (select foundation.county()) $$;

create view territory.current_places with (security_invoker = true) as
  select s.county_code, s.place_id as id, p.kind, s.code, s.name, s.short_name, s.committee, s.parent_id, s.path,
         s.township_id, s.village_id, s.grid_id, p.made_up, s.from_version
  from territory.place_states s
  join territory.places p on p.county_code = s.county_code and p.id = s.place_id
  where s.to_version is null;
grant select on territory.current_places to linli_app, linli_portal, linli_jobs, linli_verify;
