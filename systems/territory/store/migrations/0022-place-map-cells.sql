-- Where a township's tile stands on the schematic map: an arrangement for reading, no geography.
create table territory.map_cells (
  county_code integer not null,
  place_id uuid not null,
  cell_row smallint not null check (cell_row between 0 and 30),
  cell_column smallint not null check (cell_column between 0 and 30),
  primary key (county_code, place_id),
  unique (county_code, cell_row, cell_column),
  foreign key (county_code, place_id) references territory.places (county_code, id)
);
comment on table territory.map_cells is 'Tiles of the schematic map; their places and sizes say nothing about boundaries.';

alter table territory.map_cells enable row level security;
create policy read_own_county on territory.map_cells for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy change_own_county on territory.map_cells for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy drop_own_county on territory.map_cells for delete to linli_app, linli_jobs
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
grant select on territory.map_cells to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert, delete on territory.map_cells to linli_app, linli_jobs;
