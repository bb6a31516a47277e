-- Whatever hangs on a matter is closed with it: each of these lets an officer read and change only rows of matters that they may see.
-- Restrictive: it narrows whatever the table's own system allows. Writing stays with the acts, which look at the matter first.
create function matters.close_with_the_matter(p_table regclass) returns void language plpgsql as $$
declare
  v_seen text := format('matter_id is null or exists (select from matters.matters m where m.county_code = %1$s.county_code and m.id = %1$s.matter_id)', p_table);
begin
  execute format('create policy read_with_the_matter on %s as restrictive for select to linli_app using (%s)', p_table, v_seen);
  execute format('create policy changed_with_the_matter on %s as restrictive for update to linli_app using (%s) with check (true)', p_table, v_seen);
  execute format('create policy dropped_with_the_matter on %s as restrictive for delete to linli_app using (%s)', p_table, v_seen);
end $$;
comment on function matters.close_with_the_matter is 'For migrations: later tables with a matter_id call it once.';
revoke execute on function matters.close_with_the_matter from public;

select matters.close_with_the_matter('matters.assignments'), matters.close_with_the_matter('matters.notices'),
  matters.close_with_the_matter('matters.proposals'), matters.close_with_the_matter('ledger.lines'),
  matters.close_with_the_matter('clocks.running'), matters.close_with_the_matter('clocks.events'),
  matters.close_with_the_matter('residents.reporters'), matters.close_with_the_matter('residents.data_keys'),
  matters.close_with_the_matter('residents.line_persons'), matters.close_with_the_matter('service.requests'),
  matters.close_with_the_matter('referral.referrals'), matters.close_with_the_matter('surveys.calls'),
  matters.close_with_the_matter('orders.rows'), matters.close_with_the_matter('foundation.files'),
  matters.close_with_the_matter('supervision.notices');

-- A supervision order goes to a unit that need not see the matters of its list: it is shut to whoever works in or under a unit complained
-- of in a sealed matter of the list, and to whoever ever held a post complained of in any of them.
comment on column supervision.orders.hidden_from is 'Units complained of in sealed matters of the list, and posts complained of: the order does not exist for them.';
create policy kept_from_those_complained_of on supervision.orders as restrictive for select to linli_app
  using (not hidden_from && (select foundation.chain())::uuid[] and not hidden_from && (select foundation.served())::uuid[]);
create policy changed_by_others_than_those_complained_of on supervision.orders as restrictive for update to linli_app
  using (not hidden_from && (select foundation.chain())::uuid[] and not hidden_from && (select foundation.served())::uuid[]) with check (true);
create policy read_with_its_order on supervision.notices as restrictive for select to linli_app
  using (order_id is null or exists (select from supervision.orders o where o.county_code = supervision.notices.county_code and o.id = supervision.notices.order_id));
