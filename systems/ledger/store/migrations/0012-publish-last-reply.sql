-- The words of a matter's latest answer, for lists that leave the house; read in the caller's own context.
create function ledger.last_reply(p_county integer, p_matter uuid) returns text language sql stable security invoker as $$
  select coalesce(l.text_group::jsonb -> 'content' ->> 'text', l.text_group::jsonb -> 'content' ->> 'reply') from ledger.lines l
  where l.county_code = p_county and l.matter_id = p_matter and l.act in ('answer', 'answer-on-spot')
  order by l.version desc limit 1
$$;
