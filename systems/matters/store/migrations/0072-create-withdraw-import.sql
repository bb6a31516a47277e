-- Withdraws one chunk of an import's matters through the journal; numbers are kept. A row somebody acted on meanwhile is left alone.
-- `p_rows`: {matter, version, clock, at, leaf, line: {id, salts, hashes, groups}, event}. Answers {moved, withdrawn}.
create function matters.withdraw_import(p_context jsonb, p_import uuid, p_rows jsonb) returns jsonb
language plpgsql security invoker as $$
declare
  v_county integer := (p_context ->> 'linli.county')::integer;
  v_state text;
  v_done integer;
begin
  perform foundation.enter(p_context);
  select i.state into v_state from matters.imports i where i.county_code = v_county and i.id = p_import for update;
  if v_state is distinct from 'undoing' then
    return jsonb_build_object('moved', false, 'state', v_state);
  end if;
  with asked as materialized (
    select r.* from jsonb_to_recordset(p_rows) as r(matter uuid, clock uuid, at timestamptz, event uuid, command uuid, line uuid, public_group text, text_group text,
      person_group text, salt_public text, salt_text text, salt_person text, hash_public text, hash_text text, hash_person text, previous text, leaf text)
  ), withdrawn as (
    update matters.matters m set version = 2, state = 'withdrawn', open = false, updated_at = a.at, head_leaf = decode(a.leaf, 'hex')
    from asked a where m.county_code = v_county and m.id = a.matter and m.import_id = p_import and m.version = 1
    returning m.id
  ), ours as materialized (
    select a.* from asked a join withdrawn w on w.id = a.matter
  ), lines as (
    insert into ledger.lines (county_code, id, procedure_kind, procedure_id, matter_id, version, act, at, device_at, command_id,
      public_group, text_group, salt_public, salt_text, hash_public, hash_text, hash_person, previous, leaf)
    select v_county, o.line, 'matter', o.matter, o.matter, 2, 'withdraw', o.at, null, o.command, o.public_group, o.text_group, decode(o.salt_public, 'hex'),
      decode(o.salt_text, 'hex'), decode(o.hash_public, 'hex'), decode(o.hash_text, 'hex'), decode(o.hash_person, 'hex'), decode(o.previous, 'hex'), decode(o.leaf, 'hex')
    from ours o
  ), persons as (
    insert into residents.line_persons (county_code, line_id, matter_id, salt, body)
    select v_county, o.line, o.matter, decode(o.salt_person, 'hex'), o.person_group from ours o
  ), stopped as (
    update clocks.running c set state = 'stopped', ended_at = o.at from ours o where c.county_code = v_county and c.id = o.clock
  ), events as (
    insert into clocks.events (county_code, id, running_id, matter_id, what, at, facts)
    select v_county, o.event, o.clock, o.matter, 'stopped', o.at, '{"act": "withdraw"}' from ours o
  )
  select count(*) into v_done from ours;
  delete from matters.import_rows k using jsonb_to_recordset(p_rows) as r(matter uuid, source uuid)
  where k.county_code = v_county and k.source_key = r.source and k.import_id = p_import;
  update matters.imports i set undone_rows = i.undone_rows + v_done, kept_rows = i.kept_rows + jsonb_array_length(p_rows) - v_done, updated_at = clock_timestamp()
  where i.county_code = v_county and i.id = p_import;
  return jsonb_build_object('moved', true, 'withdrawn', v_done);
end $$;
comment on function matters.withdraw_import is 'One chunk of an undo; see systems/matters/actions/imports/undo-import.ts.';
