-- One round trip for every request: who bears this token, what the sign-in stands on, and which posts the person has on that day.
create function teams.session_of(p_county integer, p_token_hash text, p_at timestamptz)
returns table (session_id uuid, person_id uuid, sign_in_name text, display_name text, locale text, post_id uuid,
               idle_until timestamptz, expires_at timestamptz, proved_at timestamptz, factors smallint, idle_minutes smallint,
               password_given boolean, second_factor boolean, resets jsonb, holdings jsonb)
language plpgsql volatile security invoker as $$
begin
  perform set_config('linli.county', p_county::text, true), set_config('linli.scope', 'none', true),
          set_config('linli.person', '', true);
  return query
    select session.id, person.id, person.sign_in_name, person.display_name, person.locale, session.post_id,
           session.idle_until, session.expires_at, session.proved_at, session.factors,
           coalesce((select one.idle_minutes from teams.sign_in_settings as one where one.county_code = p_county), 15::smallint),
           coalesce((select one.given from teams.passwords as one
                     where one.county_code = p_county and one.person_id = person.id), false),
           exists (select from teams.authenticators as one
                   where one.county_code = p_county and one.person_id = person.id and one.confirmed)
           or exists (select from teams.passkeys as one where one.county_code = p_county and one.person_id = person.id),
           (select coalesce(jsonb_agg(jsonb_build_object('id', one.id, 'password', one.password, 'secondFactor', one.second_factor,
                     'at', one.made_at, 'post', post.name, 'unit', unit.short_name) order by one.made_at), '[]')
            from teams.resets as one
            left join teams.posts as post on post.county_code = one.county_code and post.id = one.by_post
            left join teams.units as unit on unit.county_code = post.county_code and unit.id = post.unit_id
            where one.county_code = p_county and one.person_id = person.id and not one.told),
           teams.holdings_on(p_county, person.id, (p_at at time zone 'Asia/Shanghai')::date)
    from teams.sessions as session
    join teams.people as person on person.county_code = session.county_code and person.id = session.person_id
    where session.county_code = p_county and session.token_hash = p_token_hash
      and session.idle_until > p_at and session.expires_at > p_at and not person.disabled;
end $$;
revoke execute on function teams.session_of(integer, text, timestamptz) from public;
grant execute on function teams.session_of(integer, text, timestamptz) to linli_app;
