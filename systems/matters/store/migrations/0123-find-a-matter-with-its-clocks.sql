-- Everything an act must know, in one round trip and in the actor's own context: nothing where the actor may not see the matter.
create or replace function matters.find_for_act(p_context jsonb, p_id uuid) returns jsonb language plpgsql security invoker as $$
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
    'clocks', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'clock', k.clock, 'unit_id', k.unit_id, 'term', k.term, 'term_version', k.term_version,
                 'started_at', k.started_at, 'due_at', k.due_at, 'provisional', k.provisional, 'state', k.state, 'paused_at', k.paused_at, 'ended_at', k.ended_at,
                 'events', (select coalesce(jsonb_agg(jsonb_build_object('what', e.what, 'at', e.at, 'facts', e.facts) order by e.at, e.id), '[]') from clocks.events e
                            where e.county_code = k.county_code and e.running_id = k.id and e.what in ('paused', 'resumed', 'extended'))) order by k.started_at, k.id), '[]')
               from clocks.running k where k.county_code = v_county and k.procedure_id = p_id and (k.state in ('running', 'paused') or k.clock in ('answer', 'handle'))),
    'reporters', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'handle', r.handle, 'quiet', r.quiet, 'role', r.role) order by r.id), '[]')
                  from residents.reporters r where r.county_code = v_county and r.matter_id = p_id and r.withdrawn_at is null),
    'answered_by', (select p.body::jsonb -> 'actor' ->> 'person' from ledger.lines l
                    join residents.line_persons p on p.county_code = l.county_code and p.line_id = l.id
                    where l.county_code = v_county and l.matter_id = p_id and l.act = 'answer' order by l.version desc limit 1));
end $$;

