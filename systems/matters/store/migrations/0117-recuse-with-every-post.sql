-- Who is complained of under one post does not come to the matter through another: every post held today counts.
alter policy officers_see_their_jurisdiction on matters.matters
  using (
    county_code = (select foundation.county())
    and ((select foundation.scope()) = 'county'
      or township_id = any ((select foundation.places())::uuid[])
      or village_id = any ((select foundation.places())::uuid[])
      or received_by = any ((select foundation.units())::uuid[])
      or involved_units && (select foundation.units())::uuid[])
    and (complained_unit is null or not (secrecy or kind = 'report') or not complained_unit = any ((select foundation.units())::uuid[]))
    and (complained_post is null or not complained_post = any ((select foundation.posts())::uuid[]))
  );
