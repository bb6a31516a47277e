-- What a sheet is called may say whom it is about: outside the county's own offices it is seen by the post that brought it alone.
alter policy officers_within_the_county on matters.imports
  using (county_code = (select foundation.county())
    and ((select foundation.scope()) = 'county' or by_post = any ((select foundation.posts())::uuid[])));
