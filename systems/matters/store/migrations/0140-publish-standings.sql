-- What other systems may know of where a matter stands, as far as whoever asks may see the matter itself. No person is in it.
create view matters.standings with (security_invoker = true) as
  select county_code, id, version, state, open, number, title, kind, category_code, received_by, township_id, village_id, lead_unit, support_units,
    closed_at, outcome, rating, secrecy, complained_unit, complained_post
  from matters.matters;
grant select on matters.standings to linli_app, linli_jobs, linli_verify;
comment on view matters.standings is 'One row a matter that the reader may see: number, title, kind, units, place, state.';
