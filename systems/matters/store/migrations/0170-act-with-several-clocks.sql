-- One act on one matter: state, journal lines of spine and lane, clocks, assignments, notices, reporters, outbox, by one call.
-- `p`: {command_id, request_hash, matter_id, base_version, set, lines, clocks?, clock_events?, assignments?, notices?, reporters?,
-- wrapped?, lane?, events?, tokens?, files?, result}. Answers {done, repeated, conflict, version, result}.
create or replace function matters.act(p_context jsonb, p jsonb) returns jsonb language plpgsql security invoker as $$
declare
  v_county integer := (p_context ->> 'linli.county')::integer;
  v_matter uuid := (p ->> 'matter_id')::uuid;
  v_command uuid := (p ->> 'command_id')::uuid;
  v_at timestamptz := (p ->> 'at')::timestamptz;
  v_known foundation.commands;
  v_current integer;
begin
  perform foundation.enter(p_context);
  select * into v_known from foundation.commands c where c.county_code = v_county and c.command_id = v_command;
  if found then
    return jsonb_build_object('repeated', true, 'same', v_known.request_hash = decode(p ->> 'request_hash', 'hex'), 'result', v_known.result);
  end if;

  update matters.matters m
  set version = n.version, state = n.state, open = n.open, kind = n.kind, category_code = n.category_code, urgency = n.urgency,
      title = n.title, lane = n.lane, lane_id = n.lane_id, place_id = n.place_id, township_id = n.township_id,
      village_id = n.village_id, grid_id = n.grid_id, place_words = n.place_words, place_confirmed = n.place_confirmed,
      territory_version = n.territory_version, lng = n.lng, lat = n.lat, accuracy = n.accuracy, lead_unit = n.lead_unit,
      support_units = n.support_units, involved_units = n.involved_units, due_at = n.due_at, due_provisional = n.due_provisional,
      term = n.term, term_version = n.term_version, clock_id = n.clock_id, secrecy = n.secrecy, parent_id = n.parent_id,
      merged_into = n.merged_into, outcome = n.outcome, rating = n.rating, review_on = n.review_on, closed_at = n.closed_at,
      closed_in_time = n.closed_in_time, verify_needed = n.verify_needed, waiting_for_resident = n.waiting_for_resident,
      similar_count = n.similar_count, asked = n.asked, handed_back_by = n.handed_back_by, updated_at = n.updated_at, head_leaf = n.head_leaf
  from jsonb_populate_record(null::matters.matters, p -> 'row') n
  where m.county_code = v_county and m.id = v_matter and m.version = (p ->> 'base_version')::integer;
  if not found then
    select version into v_current from matters.matters m where m.county_code = v_county and m.id = v_matter;
    return jsonb_build_object('conflict', true, 'version', v_current);
  end if;

  insert into ledger.lines (county_code, id, procedure_kind, procedure_id, matter_id, version, act, at, device_at, command_id,
    public_group, text_group, salt_public, salt_text, hash_public, hash_text, hash_person, previous, leaf)
  select v_county, l.id, l.procedure_kind, l.procedure_id, v_matter, l.version, l.act, v_at, l.device_at, v_command, l.public_group, l.text_group,
    decode(l.salt_public, 'hex'), decode(l.salt_text, 'hex'), decode(l.hash_public, 'hex'), decode(l.hash_text, 'hex'),
    decode(l.hash_person, 'hex'), decode(l.previous, 'hex'), decode(l.leaf, 'hex')
  from jsonb_to_recordset(p -> 'lines') as l(id uuid, procedure_kind text, procedure_id uuid, version integer, act text, device_at timestamptz,
    public_group text, text_group text, salt_public text, salt_text text, hash_public text, hash_text text, hash_person text, previous text, leaf text);
  insert into residents.line_persons (county_code, line_id, matter_id, salt, body)
  select v_county, l.id, v_matter, decode(l.salt_person, 'hex'), l.person_group
  from jsonb_to_recordset(p -> 'lines') as l(id uuid, salt_person text, person_group text);

  if p ? 'clocks' then
    insert into clocks.running as r (county_code, id, clock, unit_id, procedure_kind, procedure_id, matter_id, term, term_version, started_at, due_at, provisional, state, paused_at, ended_at)
    select v_county, n.id, n.clock, n.unit_id, 'matter', v_matter, v_matter, n.term, n.term_version, n.started_at, n.due_at, n.provisional, n.state, n.paused_at, n.ended_at
    from jsonb_populate_recordset(null::clocks.running, p -> 'clocks') n
    on conflict (county_code, id) do update set state = excluded.state, started_at = excluded.started_at, due_at = excluded.due_at, provisional = excluded.provisional,
      term = excluded.term, term_version = excluded.term_version, paused_at = excluded.paused_at, ended_at = excluded.ended_at, next_warning_at = null;
  end if;
  if p ? 'clock_events' then
    insert into clocks.events (county_code, id, running_id, matter_id, what, at, facts)
    select v_county, e.id, e.running_id, v_matter, e.what, v_at, e.facts
    from jsonb_to_recordset(p -> 'clock_events') as e(id uuid, running_id uuid, what text, facts jsonb);
  end if;
  if p ? 'assignments' then
    insert into matters.assignments as a (county_code, id, matter_id, unit_id, role, state, since, note, ended_at, post_id)
    select v_county, n.id, v_matter, n.unit_id, n.role, n.state, n.since, n.note, n.ended_at, n.post_id
    from jsonb_populate_recordset(null::matters.assignments, p -> 'assignments') n
    on conflict (county_code, id) do update set state = excluded.state, note = excluded.note, ended_at = excluded.ended_at,
      role = excluded.role, post_id = excluded.post_id;
  end if;
  if p ? 'notices' then
    insert into matters.notices (county_code, id, matter_id, reporter_id, unit_id, kind, channel, state, words, at)
    select v_county, n.id, v_matter, n.reporter_id, n.unit_id, n.kind, n.channel, n.state, n.words, v_at
    from jsonb_populate_recordset(null::matters.notices, p -> 'notices') n;
  end if;
  if p ? 'wrapped' then
    insert into residents.data_keys (county_code, matter_id, wrapped, key_version)
    values (v_county, v_matter, decode(p ->> 'wrapped', 'hex'), (p ->> 'key_version')::integer);
  end if;
  if p ? 'reporters' then
    insert into residents.reporters
    select (jsonb_populate_record(null::residents.reporters, n || jsonb_build_object('county_code', v_county, 'matter_id', v_matter))).*
    from jsonb_array_elements(p -> 'reporters') n;
  end if;
  if p ? 'tokens' then
    update matters.search s set tokens = array(select jsonb_array_elements_text(p -> 'tokens')) where s.county_code = v_county and s.matter_id = v_matter;
  end if;
  if p ? 'files' then
    update foundation.files t set matter_id = v_matter
    from jsonb_array_elements_text(p -> 'files') as file
    where t.county_code = v_county and t.id = file::uuid and t.matter_id is null;
  end if;
  if p ? 'events' then
    insert into foundation.outbox (county_code, id, event, body, at)
    select v_county, e.id, e.event, e.body, v_at from jsonb_to_recordset(p -> 'events') as e(id uuid, event text, body jsonb);
  end if;
  if p ? 'proposal' then
    perform matters.keep_proposal(v_county, v_matter, v_at, p -> 'proposal');
  end if;
  if p ? 'lane' then
    perform matters.act_on_lane(p_context, v_matter, v_at, p -> 'lane');
  end if;
  insert into foundation.commands (county_code, command_id, request_hash, result, at)
  values (v_county, v_command, decode(p ->> 'request_hash', 'hex'), p -> 'result', v_at);
  return jsonb_build_object('done', true, 'result', p -> 'result');
end $$;
comment on function matters.act is 'The hot command of every act after intake; see systems/matters/actions/transition.ts.';

