-- The units that stand above the units given, those among them; and every post that the person ever held or stood in on.
create function teams.side_of(p_county integer, p_person uuid, p_units uuid[])
returns table (chain uuid[], served uuid[])
language sql stable security invoker as $$
  with recursive above as (
    select unit.id, unit.parent_id from teams.units as unit where unit.county_code = p_county and unit.id = any (p_units)
    union
    select unit.id, unit.parent_id from above join teams.units as unit on unit.county_code = p_county and unit.id = above.parent_id
  )
  select (select coalesce(array_agg(above.id order by above.id), '{}') from above),
         (select coalesce(array_agg(distinct holding.post_id), '{}') from teams.holdings as holding
          where holding.county_code = p_county and holding.person_id = p_person)
$$;
revoke execute on function teams.side_of(integer, uuid, uuid[]) from public;
grant execute on function teams.side_of(integer, uuid, uuid[]) to linli_app, linli_jobs;
comment on function teams.side_of is 'Published: chain and served of an actor, as row-level security reads them.';
