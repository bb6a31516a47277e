-- Roads of a county's seat, reduced for drawing; WGS-84. One set a county, with whom to name for it.
create table territory.seat_roads (
  county_code integer not null primary key,
  roads jsonb not null check (jsonb_typeof(roads) = 'object' and roads ->> 'attribution' <> '')
);
comment on table territory.seat_roads is 'Roads of the seat as the contract seatRoads describes them, with their attribution.';

alter table territory.seat_roads enable row level security;
create policy read_own_county on territory.seat_roads for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy add_own_county on territory.seat_roads for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
grant select on territory.seat_roads to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert on territory.seat_roads to linli_app, linli_jobs;
