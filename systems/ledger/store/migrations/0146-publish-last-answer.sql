-- The latest words by which a matter was answered or declined, with the line they stand in; read in the caller's own context.
create function ledger.last_answer(p_county integer, p_matter uuid, p_until integer default 2147483647)
returns table (version integer, at timestamptz, words text, files jsonb) language sql stable security invoker as $$
  select l.version, l.at, coalesce(l.text_group::jsonb -> 'content' ->> 'text', l.text_group::jsonb -> 'content' ->> 'reply'),
    coalesce(l.text_group::jsonb -> 'content' -> 'files', '[]')
  from ledger.lines l
  where l.county_code = p_county and l.procedure_kind = 'matter' and l.procedure_id = p_matter and l.version <= p_until
    and l.act in ('answer', 'answer-on-spot', 'decline')
  order by l.version desc limit 1
$$;
