-- Receiving, with attachments joined to the matter after it is written.
create or replace function matters.receive(p_context jsonb, p_rows jsonb)
returns table (ordinal integer, repeated boolean, same boolean, result jsonb)
language plpgsql security invoker as $$
declare
  v_county integer := (p_context ->> 'linli.county')::integer;
  v_row jsonb;
begin
  perform foundation.enter(p_context);
  return query
  with parsed as materialized (
    select e.ordinality::integer as ordinal, e.value as r, (e.value ->> 'command_id')::uuid as command_id,
           decode(e.value ->> 'request_hash', 'hex') as request_hash, (e.value ->> 'unit')::uuid as unit,
           e.value ->> 'series' as series, (e.value ->> 'year')::integer as year, (e.value -> 'matter' ->> 'id')::uuid as id
    from jsonb_array_elements(p_rows) with ordinality as e
  ), known as materialized (
    select p.ordinal, c.request_hash = p.request_hash as same, c.result
    from parsed p join foundation.commands c on c.county_code = v_county and c.command_id = p.command_id
  ), fresh as materialized (
    select p.*, row_number() over w as nth, count(*) over (partition by p.unit, p.series, p.year) as many
    from parsed p where not exists (select from known k where k.ordinal = p.ordinal)
    window w as (partition by p.unit, p.series, p.year order by p.ordinal)
  ), counted as (
    insert into matters.counters as c (county_code, unit_id, series, year, last)
    select v_county, f.unit, f.series, f.year, count(*) from fresh f group by f.unit, f.series, f.year order by f.unit, f.series, f.year
    on conflict (county_code, unit_id, series, year) do update set last = c.last + excluded.last
    returning c.unit_id, c.series, c.year, c.last
  ), numbered as materialized (
    select f.*, (f.r ->> 'prefix') || '-' || f.year || '-' || f.series
                || lpad((c.last - f.many + f.nth)::text, greatest(6, length((c.last - f.many + f.nth)::text)), '0') as number
    from fresh f join counted c on c.unit_id = f.unit and c.series = f.series and c.year = f.year
  ), first_text as materialized (
    select n.*, l.*, ledger.fill_group(l.public_group, n.number, null) as filled
    from numbered n, jsonb_to_record(n.r -> 'line') as l(
      line_id uuid, act text, at timestamptz, device_at timestamptz, public_group text, text_group text, person_group text,
      salt_public text, salt_text text, salt_person text, hash_text text, hash_person text)
  ), first_line as materialized (
    select t.*, ledger.group_hash(E'cl1/pub\n', decode(t.salt_public, 'hex'), t.filled) as hash_public from first_text t
  ), first_leaf as materialized (
    select t.*, ledger.leaf(t.hash_public, decode(t.hash_text, 'hex'), decode(t.hash_person, 'hex')) as leaf from first_line t
  ), second_text as materialized (
    select f.ordinal, f.id, f.command_id, f.number, f.leaf as previous, l.*, ledger.fill_group(l.public_group, f.number, f.leaf) as filled
    from first_leaf f, jsonb_to_record(f.r -> 'second') as l(
      line_id uuid, act text, at timestamptz, device_at timestamptz, public_group text, text_group text, person_group text,
      salt_public text, salt_text text, salt_person text, hash_text text, hash_person text)
    where f.r ? 'second'
  ), second_line as materialized (
    select t.*, ledger.group_hash(E'cl1/pub\n', decode(t.salt_public, 'hex'), t.filled) as hash_public from second_text t
  ), second_leaf as materialized (
    select t.*, ledger.leaf(t.hash_public, decode(t.hash_text, 'hex'), decode(t.hash_person, 'hex')) as leaf from second_line t
  ), written as (
    insert into matters.matters (county_code, id, number, head_leaf,
      version, state, open, kind, category_code, urgency, title, body, door, lane, lane_id, received_at, received_by, occurred_at,
      place_id, township_id, village_id, grid_id, place_words, place_confirmed, territory_version, lng, lat, accuracy, lead_unit,
      support_units, involved_units, due_at, due_provisional, term, term_version, clock_id, complained_unit, complained_post,
      complained_words, secrecy, external, parent_id, merged_into, outcome, rating, review_on, closed_at, closed_in_time,
      verify_needed, waiting_for_resident, similar_count, import_id, updated_at)
    select v_county, f.id, f.number, coalesce(s.leaf, f.leaf),
      m.version, m.state, m.open, m.kind, m.category_code, m.urgency, m.title, m.body, m.door, m.lane, m.lane_id, m.received_at,
      m.received_by, m.occurred_at, m.place_id, m.township_id, m.village_id, m.grid_id, m.place_words, m.place_confirmed,
      m.territory_version, m.lng, m.lat, m.accuracy, m.lead_unit, m.support_units, m.involved_units, m.due_at, m.due_provisional,
      m.term, m.term_version, m.clock_id, m.complained_unit, m.complained_post, m.complained_words, m.secrecy, m.external,
      m.parent_id, m.merged_into, m.outcome, m.rating, m.review_on, m.closed_at, m.closed_in_time, m.verify_needed,
      m.waiting_for_resident, m.similar_count, m.import_id, m.updated_at
    from first_leaf f left join second_leaf s on s.ordinal = f.ordinal, jsonb_populate_record(null::matters.matters, f.r -> 'matter') m
  ), lines as (
    insert into ledger.lines (county_code, id, procedure_kind, procedure_id, matter_id, version, act, at, device_at, command_id,
      public_group, text_group, salt_public, salt_text, hash_public, hash_text, hash_person, previous, leaf)
    select v_county, line_id, 'matter', f.id, f.id, 1, act, at, device_at, f.command_id, filled, text_group, decode(salt_public, 'hex'),
      decode(salt_text, 'hex'), hash_public, decode(hash_text, 'hex'), decode(hash_person, 'hex'), null, leaf from first_leaf f
    union all
    select v_county, line_id, 'matter', s.id, s.id, 2, act, at, device_at, s.command_id, filled, text_group, decode(salt_public, 'hex'),
      decode(salt_text, 'hex'), hash_public, decode(hash_text, 'hex'), decode(hash_person, 'hex'), previous, leaf from second_leaf s
  ), persons as (
    insert into residents.line_persons (county_code, line_id, matter_id, salt, body)
    select v_county, line_id, f.id, decode(salt_person, 'hex'), person_group from first_leaf f
    union all
    select v_county, line_id, s.id, decode(salt_person, 'hex'), person_group from second_leaf s
  ), reporters as (
    insert into residents.reporters (county_code, matter_id,
      id, handle, role, door, entered_by_post, relation, consent, code_lookup, link_lookup, sealed, key_version, quiet, wants_secrecy,
      created_at, code_generation)
    select v_county, f.id,
      p.id, p.handle, p.role, p.door, p.entered_by_post, p.relation, p.consent, p.code_lookup, p.link_lookup, p.sealed, p.key_version,
      p.quiet, p.wants_secrecy, p.created_at, p.code_generation
    from first_leaf f, jsonb_populate_record(null::residents.reporters, f.r -> 'reporter') p where f.r ? 'reporter'
  ), data_keys as (
    insert into residents.data_keys (county_code, matter_id, wrapped, key_version)
    select v_county, f.id, decode(f.r ->> 'wrapped', 'hex'), (f.r ->> 'key_version')::integer from first_leaf f where f.r ? 'wrapped'
  ), clock as (
    insert into clocks.running (county_code, matter_id, id, clock, unit_id, procedure_kind, procedure_id, term, term_version, started_at, due_at, provisional, state, paused_at, ended_at)
    select v_county, f.id, k.id, k.clock, k.unit_id, 'matter', f.id, k.term, k.term_version, k.started_at, k.due_at, k.provisional, k.state, k.paused_at, k.ended_at
    from first_leaf f, jsonb_populate_recordset(null::clocks.running, f.r -> 'clocks') k
  ), searchable as (
    insert into matters.search (county_code, matter_id, received_at, tokens)
    select v_county, f.id, (f.r -> 'matter' ->> 'received_at')::timestamptz, array(select jsonb_array_elements_text(f.r -> 'tokens')) from first_leaf f where f.r ? 'tokens'
  ), events as (
    insert into foundation.outbox (county_code, id, event, body, at)
    select v_county, e.id, e.event, e.body, f.at from first_leaf f, jsonb_to_recordset(f.r -> 'events') as e(id uuid, event text, body jsonb)
    where f.r ? 'events'
  ), answers as (
    select f.ordinal, f.command_id, f.request_hash, f.at,
           jsonb_build_object('id', f.id, 'number', f.number, 'version', f.r -> 'matter' -> 'version', 'state', f.r -> 'matter' ->> 'state') as result
    from first_leaf f
  ), kept as (
    insert into foundation.commands (county_code, command_id, request_hash, result, at)
    select v_county, a.command_id, a.request_hash, a.result, a.at from answers a
  )
  select a.ordinal, false, true, a.result from answers a
  union all
  select k.ordinal, true, k.same, k.result from known k;
  -- Attached by a statement of its own: a file's policy looks for the matter, which the statement above has only now written; and in the
  -- name of whoever brought it, for nobody else may attach it.
  for v_row in select e.value from jsonb_array_elements(p_rows) e where e.value ? 'files' loop
    perform set_config('linli.posts', coalesce(v_row ->> 'posts', ''), true);
    update foundation.files t set matter_id = (v_row -> 'matter' ->> 'id')::uuid
    from jsonb_array_elements_text(v_row -> 'files') as file
    where t.county_code = v_county and t.id = file::uuid and t.matter_id is null
      and exists (select from foundation.commands c where c.county_code = v_county and c.command_id = (v_row ->> 'command_id')::uuid
                    and c.request_hash = decode(v_row ->> 'request_hash', 'hex'));
  end loop;
end $$;
