-- Boundaries that the county imports itself; none are shipped. Held in WGS-84 whatever they were given in.
create table territory.boundaries (
  county_code integer not null,
  place_id uuid not null,
  from_version integer not null,
  to_version integer check (to_version > from_version),
  -- MultiPolygon coordinates: [polygon][ring][point][longitude, latitude]
  coordinates jsonb not null check (jsonb_typeof(coordinates) = 'array'),
  west double precision not null,
  south double precision not null,
  east double precision not null check (east >= west),
  north double precision not null check (north >= south),
  given_in text not null check (given_in in ('WGS-84', 'GCJ-02')),
  source text not null,
  primary key (county_code, place_id, from_version),
  foreign key (county_code, place_id) references territory.places (county_code, id),
  foreign key (county_code, from_version) references territory.versions (county_code, version),
  foreign key (county_code, to_version) references territory.versions (county_code, version)
);
create unique index boundaries_one_current on territory.boundaries (county_code, place_id) where to_version is null;
comment on table territory.boundaries is 'Boundaries imported by the county, by version of its territory.';

alter table territory.boundaries enable row level security;
create policy read_own_county on territory.boundaries for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy change_own_county on territory.boundaries for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy end_own_county on territory.boundaries for update to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county')
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
grant select on territory.boundaries to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert on territory.boundaries to linli_app, linli_jobs;
grant update (to_version) on territory.boundaries to linli_app, linli_jobs;
