-- The journal lines of an order hold its words: whoever must not learn of the order reads none of them.
create policy order_lines_with_their_order on ledger.lines as restrictive for select to linli_app
  using (procedure_kind <> 'supervision-order' or exists (
    select from supervision.orders o where o.county_code = ledger.lines.county_code and o.id = ledger.lines.procedure_id));
