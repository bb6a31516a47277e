-- Acts of one officer on one matter in one go, each as if it had come by itself: its own command, journal lines, clocks and notices; all
-- or none. The first one bears the command of the whole and its result, so that a repeat is known. Answers what matters.act answers.
create function matters.act_chain(p_context jsonb, p_acts jsonb) returns jsonb language plpgsql security invoker as $$
declare
  v_first jsonb := matters.act(p_context, p_acts -> 0);
  v_act jsonb;
begin
  -- the same chain sent twice at once: the second waited for the first, and is a repeat
  if v_first ? 'conflict' then v_first := matters.act(p_context, p_acts -> 0); end if;
  if not v_first ? 'done' then return v_first; end if;
  for v_act in select value from jsonb_array_elements(p_acts) with ordinality where ordinality > 1 order by ordinality loop
    if not matters.act(p_context, v_act) ? 'done' then
      raise exception 'an act inside a chain was not done';
    end if;
  end loop;
  return v_first;
end $$;
comment on function matters.act_chain is 'See systems/matters/actions/act-in-one-go.ts.';
