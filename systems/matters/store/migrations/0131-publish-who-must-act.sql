-- Who must act on a matter now, without a word of what it says; in the reader's own context, so that what is hidden stays hidden.
create view matters.standing with (security_invoker = true) as
  select county_code, id, number, kind, urgency, state, open, lead_unit, received_by, due_at, term, secrecy, complained_unit, complained_post,
    case when state in ('dispatched', 'handling', 'shelved') then coalesce(lead_unit, received_by) else received_by end as holding_unit,
    case state when 'received' then 'matters.triage' when 'accepted' then 'matters.dispatch' when 'answered' then 'matters.verify'
      else 'matters.handle' end as holding_right
  from matters.matters;
comment on view matters.standing is 'holding_unit and holding_right: the unit, and the right of its posts, from which the next act must come.';
grant select on matters.standing to linli_app, linli_jobs, linli_verify;
