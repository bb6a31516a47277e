-- The bearer of a code sees which reporter (by pseudonym) spoke on the lines of that matter: their own words, or another's.
grant select on residents.line_persons to linli_portal;
create policy read_by_the_bearer_of_a_code on residents.line_persons for select to linli_portal
  using (county_code = (select foundation.county()) and matter_id = any ((select foundation.matters())::uuid[]));
