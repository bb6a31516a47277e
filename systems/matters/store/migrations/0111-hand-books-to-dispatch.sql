-- Rules and catalogue have a system of their own now; every version goes over, and stands in one place.
insert into dispatch.books (county_code, book, version, state, body, source, at)
  select county_code, name, version, state, body, coalesce(nullif(source, ''), 'county_data'), at
  from matters.county_data where name in ('rules', 'catalogue');
delete from matters.county_data where name in ('rules', 'catalogue');
