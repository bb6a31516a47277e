-- One chunk of an import, at less work for the server: the rows come numbered, hashed and with their leaf, by the numbers that are next
-- if all of them are new and nobody else imports. Where that is so they are written as they come; where it is not, they get the numbers
-- that are next, and are filled and hashed here. Answers {moved: false, state} or {moved: true, last, new, skipped, clashes}; `last` is the
-- last number given per year.
create or replace function matters.receive_import(p_context jsonb, p_import uuid, p_expected integer, p_progress jsonb) returns jsonb
language plpgsql security invoker as $$
declare
  v_county integer := (p_context ->> 'linli.county')::integer;
  v_import matters.imports;
  v_now timestamptz := clock_timestamp();
  v_new integer;
  v_clashes integer[];
  v_same integer;
  v_given jsonb;
  v_foreseen boolean;
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

  with counted as (
    insert into matters.counters as c (county_code, unit_id, series, year, last)
    select v_county, i.unit, 'I', i.year, count(*) from pg_temp.incoming i
    where v_same + cardinality(v_clashes) = 0
       or not exists (select from matters.import_rows k where k.county_code = v_county and k.source_key = i.source_key)
    group by i.unit, i.year order by i.unit, i.year
    on conflict (county_code, unit_id, series, year) do update set last = c.last + excluded.last
    returning c.year, c.last
  )
  select coalesce(jsonb_object_agg(c.year, c.last), '{}') into v_given from counted c;
  -- the numbers that the rows were hashed with are the ones they get: nothing is filled in or hashed here
  v_foreseen := v_same + cardinality(v_clashes) = 0 and not exists (
    select from (select i.year, count(*) as many, min(i.nth) as first, max(i.nth) as last from pg_temp.incoming i group by i.year) n
    where (v_given ->> n.year::text)::integer is distinct from n.last or n.last <> n.first + n.many - 1);

  if v_foreseen then
    with written as (
      insert into matters.matters (county_code, id, version, state, open, number, kind, category_code, urgency, title, body, door, received_at, received_by,
        place_id, township_id, village_id, grid_id, place_words, place_confirmed, territory_version, lng, lat, due_at, due_provisional, term, term_version,
        clock_id, secrecy, external, verify_needed, waiting_for_resident, similar_count, import_id, updated_at, head_leaf)
      select v_county, l.id, 1, 'received', true, l.number, l.kind, l.category_code, l.urgency, l.title, l.body, 'spreadsheet', l.received_at, l.unit,
        l.place_id, l.township_id, l.village_id, l.grid_id, l.place_words, false, l.territory_version, l.lng, l.lat, l.due_at, l.due_provisional, l.term, l.term_version,
        l.clock_id, false, l.external, true, false, 0, p_import, v_now, l.leaf
      from pg_temp.incoming l
    ), lines as (
      insert into ledger.lines (county_code, id, procedure_kind, procedure_id, matter_id, version, act, at, device_at, command_id,
        public_group, text_group, salt_public, salt_text, hash_public, hash_text, hash_person, previous, leaf)
      select v_county, l.line_id, 'matter', l.id, l.id, 1, 'receive', l.received_at, null, l.source_key,
        l.public_group, l.text_group, l.salt_public, l.salt_text, l.hash_public, l.hash_text, l.hash_person, null, l.leaf from pg_temp.incoming l
    ), persons as (
      insert into residents.line_persons (county_code, line_id, matter_id, salt, body)
      select v_county, l.line_id, l.id, l.salt_person, l.person_group from pg_temp.incoming l
    ), reporters as (
      insert into residents.reporters (county_code, id, matter_id, handle, role, door, sealed, key_version, quiet, wants_secrecy, created_at, code_generation)
      select v_county, l.reporter_id, l.id, l.handle, 'reporter', 'spreadsheet', l.sealed, l.key_version, false, false, l.received_at, 1
      from pg_temp.incoming l where l.reporter_id is not null
    ), data_keys as (
      insert into residents.data_keys (county_code, matter_id, wrapped, key_version)
      select v_county, l.id, l.wrapped, l.key_version from pg_temp.incoming l where l.wrapped is not null
    ), clock as (
      insert into clocks.running (county_code, id, procedure_kind, procedure_id, matter_id, term, term_version, started_at, due_at, provisional, state)
      select v_county, l.clock_id, 'matter', l.id, l.id, l.term, l.term_version, l.received_at, l.due_at, l.due_provisional, 'running' from pg_temp.incoming l
    ), sources as (
      insert into matters.import_rows (county_code, source_key, content, import_id, matter_id)
      select v_county, l.source_key, l.content, p_import, l.id from pg_temp.incoming l
    )
    select count(*) into v_new from pg_temp.incoming;
  else
    with fresh as materialized (
      select i.*, row_number() over (partition by i.year order by i.sheet_row) as place, count(*) over (partition by i.year) as many
      from pg_temp.incoming i
      where v_same + cardinality(v_clashes) = 0
         or not exists (select from matters.import_rows k where k.county_code = v_county and k.source_key = i.source_key)
    ), given as materialized (
      select f.*, (v_given ->> f.year::text)::integer - f.many + f.place as given_nth from fresh f
    ), numbered as materialized (
      select g.*, g.prefix || '-' || g.year || '-I' || lpad(g.given_nth::text, greatest(6, length(g.given_nth::text)), '0') as given_number from given g
    ), filled as materialized (
      select n.*, replace(n.public_group, '"number":"' || n.number || '"', '"number":"' || n.given_number || '"') as public_filled from numbered n
    ), hashed as materialized (
      select f.*, ledger.group_hash(E'cl1/pub\n', f.salt_public, f.public_filled) as given_hash from filled f
    ), leaves as materialized (
      select h.*, ledger.leaf(h.given_hash, h.hash_text, h.hash_person) as given_leaf from hashed h
    ), written as (
      insert into matters.matters (county_code, id, version, state, open, number, kind, category_code, urgency, title, body, door, received_at, received_by,
        place_id, township_id, village_id, grid_id, place_words, place_confirmed, territory_version, lng, lat, due_at, due_provisional, term, term_version,
        clock_id, secrecy, external, verify_needed, waiting_for_resident, similar_count, import_id, updated_at, head_leaf)
      select v_county, l.id, 1, 'received', true, l.given_number, l.kind, l.category_code, l.urgency, l.title, l.body, 'spreadsheet', l.received_at, l.unit,
        l.place_id, l.township_id, l.village_id, l.grid_id, l.place_words, false, l.territory_version, l.lng, l.lat, l.due_at, l.due_provisional, l.term, l.term_version,
        l.clock_id, false, l.external, true, false, 0, p_import, v_now, l.given_leaf
      from leaves l
    ), lines as (
      insert into ledger.lines (county_code, id, procedure_kind, procedure_id, matter_id, version, act, at, device_at, command_id,
        public_group, text_group, salt_public, salt_text, hash_public, hash_text, hash_person, previous, leaf)
      select v_county, l.line_id, 'matter', l.id, l.id, 1, 'receive', l.received_at, null, l.source_key,
        l.public_filled, l.text_group, l.salt_public, l.salt_text, l.given_hash, l.hash_text, l.hash_person, null, l.given_leaf from leaves l
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
  end if;

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
  return jsonb_build_object('moved', true, 'last', v_given, 'new', v_new, 'skipped', v_same, 'clashes', cardinality(v_clashes));
end $$;
-- as in 0075: keys are looked up one by one, however the plan was made
alter function matters.receive_import(jsonb, uuid, integer, jsonb) set enable_hashjoin = off;
alter function matters.receive_import(jsonb, uuid, integer, jsonb) set enable_mergejoin = off;
alter function matters.receive_import(jsonb, uuid, integer, jsonb) set enable_seqscan = off;
