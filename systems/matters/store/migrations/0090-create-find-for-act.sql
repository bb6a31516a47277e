-- Everything an act must know, in one round trip and in the actor's own context: nothing where the actor may not see the matter.
create function matters.find_for_act(p_context jsonb, p_id uuid) returns jsonb language plpgsql security invoker as $$
declare
  v_county integer := (p_context ->> 'linli.county')::integer;
  v_matter matters.matters;
  v_lane jsonb;
begin
  perform foundation.enter(p_context);
  select * into v_matter from matters.matters m where m.county_code = v_county and m.id = p_id;
  if not found then return null; end if;
  if v_matter.lane in ('service', 'referral') then
    execute format('select %I.state_of($1, $2)', v_matter.lane) into v_lane using v_county, v_matter.lane_id;
  end if;
  return jsonb_build_object(
    'matter', to_jsonb(v_matter),
    'lane', v_lane,
    'assignments', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from matters.assignments a
                    where a.county_code = v_county and a.matter_id = p_id and a.ended_at is null),
    'reporters', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'handle', r.handle, 'quiet', r.quiet, 'role', r.role) order by r.id), '[]')
                  from residents.reporters r where r.county_code = v_county and r.matter_id = p_id and r.withdrawn_at is null),
    'answered_by', (select p.body::jsonb -> 'actor' ->> 'person' from ledger.lines l
                    join residents.line_persons p on p.county_code = l.county_code and p.line_id = l.id
                    where l.county_code = v_county and l.matter_id = p_id and l.act = 'answer' order by l.version desc limit 1));
end $$;

create function service.state_of(p_county integer, p_id uuid) returns jsonb language sql stable security invoker as $$
  select to_jsonb(r) from service.requests r where r.county_code = p_county and r.id = p_id
$$;
create function referral.state_of(p_county integer, p_id uuid) returns jsonb language sql stable security invoker as $$
  select to_jsonb(r) from referral.referrals r where r.county_code = p_county and r.id = p_id
$$;
