-- Every post that the person holds or stands in on today; whoever sets no list acts with the one post alone.
create function foundation.posts() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('linli.posts', true), ''), ',')::uuid[],
                        array_remove(array[foundation.post()], null)) $$;
