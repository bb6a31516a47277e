-- Every unit of whoever acts and every unit above those: who works in or under a unit complained of is on its side.
-- Whoever sets no chain stands in their own units alone.
create function foundation.chain() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('linli.chain', true), ''), ',')::uuid[], foundation.units()) $$;

-- Every post that the person holds or ever held: a complaint follows whoever held the post, to whichever post they move.
create function foundation.served() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('linli.served', true), ''), ',')::uuid[], '{}') || foundation.posts() $$;
