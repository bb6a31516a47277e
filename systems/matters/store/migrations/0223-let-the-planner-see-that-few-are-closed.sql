-- The same sentence as before, as one CASE: five conditions joined by "or" were each guessed to hold for half of all rows, so that lists were
-- sorted instead of being read in the order of their index. One CASE is guessed once.
create or replace function matters.closed_to(kind text, secrecy boolean, unit uuid, post uuid, words text, accused uuid[], passed_over uuid[], id uuid,
  chain uuid[], units uuid[], served uuid[], aside uuid[], scope text, involved uuid[], mine uuid[])
returns boolean language sql immutable parallel safe as $$
  select case
    when case when secrecy or kind is null or kind = 'report' then accused || unit else accused end && chain then true
    when passed_over && units then true
    when post = any (served) then true
    when id = any (aside) then true
    when words is not null and unit is null and post is null and accused is null and (secrecy or kind is not distinct from 'report')
      and scope <> 'county' and not coalesce(involved && mine, false) then true
    else false end
$$;
