create table teams.passwords (
  county_code integer not null,
  person_id uuid not null,
  hash text not null,
  failures smallint not null default 0,
  locked_until timestamptz,
  primary key (county_code, person_id),
  foreign key (county_code, person_id) references teams.people (county_code, id)
);
comment on table teams.passwords is 'argon2id hashes and the count of wrong tries since the last right one; no times, no history.';

create table teams.sessions (
  county_code integer not null,
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  post_id uuid,
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  primary key (county_code, id),
  unique (county_code, token_hash),
  foreign key (county_code, person_id) references teams.people (county_code, id)
);
create index sessions_by_person on teams.sessions (county_code, person_id);
comment on table teams.sessions is 'Open sign-ins by the SHA-256 of their token. Signing out deletes the row: no trace of who was on line when.';

alter table teams.passwords enable row level security;
alter table teams.sessions enable row level security;

create policy doorkeeper_only on teams.passwords for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
create policy doorkeeper_only on teams.sessions for all to linli_app
  using (county_code = (select foundation.county()) and (select teams.is_doorkeeper()))
  with check (county_code = (select foundation.county()) and (select teams.is_doorkeeper()));
grant select, insert, update on teams.passwords to linli_app;
grant select, insert, update, delete on teams.sessions to linli_app;

-- One round trip for every request: who bears this token, and which posts the person holds or stands in on that day.
create function teams.bearer_of(p_county integer, p_token_hash text, p_at timestamptz)
returns table (session_id uuid, person_id uuid, sign_in_name text, display_name text, locale text, post_id uuid,
               idle_until timestamptz, expires_at timestamptz, holdings jsonb)
language plpgsql volatile security invoker as $$
begin
  perform set_config('linli.county', p_county::text, true), set_config('linli.scope', 'none', true),
          set_config('linli.person', '', true);
  return query
    select session.id, person.id, person.sign_in_name, person.display_name, person.locale, session.post_id,
           session.idle_until, session.expires_at, teams.holdings_on(p_county, person.id, (p_at at time zone 'Asia/Shanghai')::date)
    from teams.sessions as session
    join teams.people as person on person.county_code = session.county_code and person.id = session.person_id
    where session.county_code = p_county and session.token_hash = p_token_hash
      and session.idle_until > p_at and session.expires_at > p_at and not person.disabled;
end $$;

create function teams.holdings_on(p_county integer, p_person uuid, p_day date) returns jsonb
language sql stable security invoker as $$
  select coalesce(jsonb_agg(jsonb_build_object(
           'holding', holding.id, 'kind', holding.kind, 'from', holding.held_from, 'to', holding.held_to,
           'post', post.id, 'postName', post.name, 'postEnglishName', post.english_name, 'rights', to_jsonb(post.rights),
           'unit', unit.id, 'unitKind', unit.kind, 'unitName', unit.name, 'unitShortName', unit.short_name,
           'unitEnglishName', unit.english_name, 'place', unit.place_id)
           order by (holding.kind = 'stands in'), holding.held_from, post.code), '[]')
  from teams.holdings as holding
  join teams.posts as post on post.county_code = holding.county_code and post.id = holding.post_id
  join teams.units as unit on unit.county_code = post.county_code and unit.id = post.unit_id
  where holding.county_code = p_county and holding.person_id = p_person
    and holding.held_from <= p_day and (holding.held_to is null or holding.held_to >= p_day)
    and post.valid_from <= p_day and (post.valid_to is null or post.valid_to >= p_day)
    and unit.valid_from <= p_day and (unit.valid_to is null or unit.valid_to >= p_day)
$$;
revoke execute on function teams.bearer_of(integer, text, timestamptz) from public;
grant execute on function teams.bearer_of(integer, text, timestamptz) to linli_app;
