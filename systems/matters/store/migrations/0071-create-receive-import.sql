-- Receives one chunk of an import from the temporary table `incoming` of this session: numbers from series I, rows, journal lines,
-- persons, sealed reporters, clocks, source keys, and the import's own progress, in one transaction.
-- `p_expected` is the resume point the chunk was read from: a second runner, or a repeat after a lost answer, changes nothing.
-- `p_progress`: {reached, read, skipped, errors, notes, problems, seconds}. Answers {moved: false, state} or {moved: true, new, skipped, clashes}.
create function matters.receive_import(p_context jsonb, p_import uuid, p_expected integer, p_progress jsonb) returns jsonb
language plpgsql security invoker as $$
declare
  v_county integer := (p_context ->> 'linli.county')::integer;
  v_import matters.imports;
  v_now timestamptz := clock_timestamp();
  v_new integer;
  v_clashes integer[];
  v_same integer;
begin
  perform foundation.enter(p_context);
  perform set_config('work_mem', '32MB', true);
  select * into v_import from matters.imports i where i.county_code = v_county and i.id = p_import for update;
  if not found or v_import.state <> 'running' or v_import.resume_row <> p_expected then
    return jsonb_build_object('moved', false, 'state', v_import.state, 'resume_row', v_import.resume_row);
  end if;

  select coalesce(array_agg(i.sheet_row order by i.sheet_row) filter (where k.content <> i.content), '{}'), count(*) filter (where k.content = i.content)
  into v_clashes, v_same
  from pg_temp.incoming i join matters.import_rows k on k.county_code = v_county and k.source_key = i.source_key;

  with fresh as materialized (
    select i.*, row_number() over (partition by i.year order by i.sheet_row) as nth, count(*) over (partition by i.year) as many
    from pg_temp.incoming i
    where v_same + cardinality(v_clashes) = 0
       or not exists (select from matters.import_rows k where k.county_code = v_county and k.source_key = i.source_key)
  ), counted as (
    insert into matters.counters as c (county_code, unit_id, series, year, last)
    select v_county, f.unit, 'I', f.year, count(*) from fresh f group by f.unit, f.year order by f.unit, f.year
    on conflict (county_code, unit_id, series, year) do update set last = c.last + excluded.last
    returning c.unit_id, c.year, c.last
  ), numbered as materialized (
    select f.*, f.prefix || '-' || f.year || '-I' || lpad((c.last - f.many + f.nth)::text, greatest(6, length((c.last - f.many + f.nth)::text)), '0') as number
    from fresh f join counted c on c.unit_id = f.unit and c.year = f.year
  ), filled as materialized (
    select n.*, replace(n.public_group, '"number":""', '"number":"' || n.number || '"') as public_filled from numbered n
  ), hashed as materialized (
    select f.*, ledger.group_hash(E'cl1/pub\n', f.salt_public, f.public_filled) as hash_public from filled f
  ), leaves as materialized (
    select h.*, ledger.leaf(h.hash_public, h.hash_text, h.hash_person) as leaf from hashed h
  ), written as (
    insert into matters.matters (county_code, id, version, state, open, number, kind, category_code, urgency, title, body, door, received_at, received_by,
      place_id, township_id, village_id, grid_id, place_words, place_confirmed, territory_version, lng, lat, due_at, due_provisional, term, term_version,
      clock_id, secrecy, external, verify_needed, waiting_for_resident, similar_count, import_id, updated_at, head_leaf)
    select v_county, l.id, 1, 'received', true, l.number, l.kind, l.category_code, l.urgency, l.title, l.body, 'spreadsheet', l.received_at, l.unit,
      l.place_id, l.township_id, l.village_id, l.grid_id, l.place_words, false, l.territory_version, l.lng, l.lat, l.due_at, l.due_provisional, l.term, l.term_version,
      l.clock_id, false, l.external, true, false, 0, p_import, v_now, l.leaf
    from leaves l
  ), lines as (
    insert into ledger.lines (county_code, id, procedure_kind, procedure_id, matter_id, version, act, at, device_at, command_id,
      public_group, text_group, salt_public, salt_text, hash_public, hash_text, hash_person, previous, leaf)
    select v_county, l.line_id, 'matter', l.id, l.id, 1, 'receive', l.received_at, null, l.source_key,
      l.public_filled, l.text_group, l.salt_public, l.salt_text, l.hash_public, l.hash_text, l.hash_person, null, l.leaf from leaves l
  ), persons as (
    insert into residents.line_persons (county_code, line_id, matter_id, salt, body)
    select v_county, l.line_id, l.id, l.salt_person, l.person_group from leaves l
  ), reporters as (
    insert into residents.reporters (county_code, id, matter_id, handle, role, door, sealed, key_version, quiet, wants_secrecy, created_at, code_generation)
    select v_county, l.reporter_id, l.id, l.handle, 'reporter', 'spreadsheet', l.sealed, l.key_version, false, false, l.received_at, 1
    from leaves l where l.reporter_id is not null
  ), data_keys as (
    insert into residents.data_keys (county_code, matter_id, wrapped, key_version)
    select v_county, l.id, l.wrapped, l.key_version from leaves l where l.wrapped is not null
  ), clock as (
    insert into clocks.running (county_code, id, procedure_kind, procedure_id, matter_id, term, term_version, started_at, due_at, provisional, state)
    select v_county, l.clock_id, 'matter', l.id, l.id, l.term, l.term_version, l.received_at, l.due_at, l.due_provisional, 'running' from leaves l
  ), sources as (
    insert into matters.import_rows (county_code, source_key, content, import_id, matter_id)
    select v_county, l.source_key, l.content, p_import, l.id from leaves l
  )
  select count(*) into v_new from leaves;

  update matters.imports i set
    resume_row = (p_progress ->> 'reached')::integer,
    read_rows = i.read_rows + (p_progress ->> 'read')::integer,
    new_rows = i.new_rows + v_new,
    skipped_rows = i.skipped_rows + (p_progress ->> 'skipped')::integer + v_same,
    error_rows = i.error_rows + (p_progress ->> 'errors')::integer + cardinality(v_clashes),
    notes = matters.add_notes(i.notes, p_progress -> 'notes' || case when cardinality(v_clashes) > 0 then jsonb_build_object('imports.other-content', cardinality(v_clashes)) else '{}' end),
    problems = matters.add_problems(i.problems, p_progress -> 'problems' ||
      (select coalesce(jsonb_agg(jsonb_build_object('row', c, 'code', 'imports.other-content', 'facts', '{}'::jsonb)), '[]') from unnest(v_clashes[1:500]) as c)),
    worked_seconds = i.worked_seconds + (p_progress ->> 'seconds')::double precision,
    updated_at = v_now
  where i.county_code = v_county and i.id = p_import;
  return jsonb_build_object('moved', true, 'new', v_new, 'skipped', v_same, 'clashes', cardinality(v_clashes));
end $$;
comment on function matters.receive_import is 'One chunk of an import; see systems/matters/actions/imports/write-chunk.ts.';

-- Counts of two notes, added by their code.
create function matters.add_notes(kept jsonb, more jsonb) returns jsonb language sql immutable parallel safe
  return (select coalesce(jsonb_object_agg(n.code, n.many), '{}')
    from (select key as code, sum(value::integer) as many from (select * from jsonb_each_text(kept) union all select * from jsonb_each_text(coalesce(more, '{}'))) as both_of group by key) n);

-- At most 500 problems are kept to be shown; all are counted.
create function matters.add_problems(kept jsonb, more jsonb) returns jsonb language sql immutable parallel safe
  return case when jsonb_array_length(kept) >= 500 or more = '[]' then kept
    else (select jsonb_agg(p.value order by p.ordinality) from jsonb_array_elements(kept || more) with ordinality as p where p.ordinality <= 500) end;
