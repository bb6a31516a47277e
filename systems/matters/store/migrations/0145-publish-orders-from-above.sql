-- Orders of a higher platform, as far as whoever asks may see them; and the versions of the county's data by their number.
create index matters_from_above on matters.matters (county_code, id) where external is not null;
create view matters.orders_from_above with (security_invoker = true) as
  select county_code, id, version, state, number, title, lead_unit, received_by, due_at, closed_at, outcome, secrecy, external
  from matters.matters where external is not null;
grant select on matters.orders_from_above to linli_app, linli_jobs;
comment on view matters.orders_from_above is 'One row a matter that a higher platform sent, with its number, term and columns.';
create function matters.data_of(p_county integer, p_name text, p_version integer) returns jsonb language sql stable security invoker as $$
  select body from matters.county_data where county_code = p_county and name = p_name and version = p_version
$$;
