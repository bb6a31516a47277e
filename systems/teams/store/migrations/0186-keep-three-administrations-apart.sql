-- 三员分立 (GB/T 22239-2019 8.1.4.2): system, security and audit administration are never in one hand, neither on one post nor with one
-- person on overlapping days. The class of a post follows from its rights; a holding carries the class of its post, kept by a foreign key
-- that follows a change of rights; the rule itself is an exclusion constraint, so that two appointments at once cannot get past it.
create extension if not exists btree_gist;

create function teams.class_of_rights(rights text[]) returns text language sql immutable parallel safe
  return case
    when rights && array['teams.audit'] then 'audit'
    when rights && array['inspections.read'] then 'inspection'
    when rights && array['teams.secure'] then 'security'
    when rights && array['teams.manage', 'territory.manage'] then 'system'
    when rights && array['identities.open', 'identities.approve', 'residents.erase', 'erasures.approve', 'inspections.approve'] then 'sealed'
    else 'ordinary' end;

alter table teams.posts add column class text not null generated always as (teams.class_of_rights(rights)) stored;
alter table teams.posts add constraint posts_by_class unique (county_code, id, class);
alter table teams.posts add constraint rights_never_together check (
  (not rights && array['teams.audit'] or rights <@ array['teams.audit'])
  and (not rights && array['inspections.read'] or rights <@ array['inspections.read', 'matters.read'])
  and not (rights && array['teams.secure'] and rights && array['teams.manage', 'territory.manage'])
  and not (rights && array['teams.secure', 'teams.manage', 'territory.manage']
    and rights && array['identities.open', 'identities.approve', 'residents.erase', 'erasures.approve', 'inspections.approve']));
comment on column teams.posts.class is 'The strictest class of its rights: ordinary, sealed, system, security, audit, inspection.';

alter table teams.holdings
  add column class text not null default 'ordinary',
  add column plan_id uuid,
  add column plan_units uuid[] not null default '{}',
  add column plan_places uuid[] not null default '{}';
update teams.holdings as holding set class = post.class from teams.posts as post
  where post.county_code = holding.county_code and post.id = holding.post_id;
alter table teams.holdings
  add constraint holdings_follow_the_class foreign key (county_code, post_id, class)
    references teams.posts (county_code, id, class) on update cascade,
  add constraint inspectors_are_dated_and_planned check (class <> 'inspection' or (plan_id is not null and held_to is not null)),
  add constraint three_administrations_apart exclude using gist
    (county_code with =, person_id with =, class with <>, daterange(held_from, held_to + 1) with &&)
    where (class in ('system', 'security', 'audit')),
  add constraint audit_and_inspection_alone exclude using gist
    (county_code with =, person_id with =, (case when class in ('audit', 'inspection') then class else 'work' end) with <>,
     daterange(held_from, held_to + 1) with &&);
comment on column teams.holdings.class is 'The class of its post, by a foreign key that follows the post.';
comment on column teams.holdings.plan_id is 'The approved plan of an inspector; plan_units and plan_places are what it names.';

-- A county that had one administrator keeps them as its system administration. The two other posts are set up vacant: until the security
-- administration has someone on it, the system administration may put another person on either.
insert into teams.posts (county_code, id, unit_id, code, name, english_name, rights)
select one.county_code, gen_random_uuid(), one.unit_id, added.code, added.name, added.english_name, added.rights
from (select distinct on (post.county_code) post.county_code, post.unit_id
      from teams.posts as post
      join teams.units as unit on unit.county_code = post.county_code and unit.id = post.unit_id
      where 'teams.manage' = any (post.rights)
      order by post.county_code, (unit.kind = 'county centre') desc, post.code) as one
cross join (values
  ('security-administrator', '安全管理员', 'Security administrator', array['teams.secure']),
  ('audit-administrator', '审计管理员', 'Audit administrator', array['teams.audit'])) as added (code, name, english_name, rights)
on conflict do nothing;

create or replace function teams.holdings_on(p_county integer, p_person uuid, p_day date) returns jsonb
language sql stable security invoker as $$
  select coalesce(jsonb_agg(jsonb_build_object(
           'holding', holding.id, 'kind', holding.kind, 'from', holding.held_from, 'to', holding.held_to,
           'post', post.id, 'postName', post.name, 'postEnglishName', post.english_name, 'rights', to_jsonb(post.rights),
           'postClass', post.class, 'planUnits', to_jsonb(holding.plan_units), 'planPlaces', to_jsonb(holding.plan_places),
           'unit', unit.id, 'unitKind', unit.kind, 'unitName', unit.name, 'unitShortName', unit.short_name,
           'unitEnglishName', unit.english_name, 'place', unit.place_id)
           order by (holding.kind = 'stands in'), holding.held_from, post.code), '[]')
  from teams.holdings as holding
  join teams.posts as post on post.county_code = holding.county_code and post.id = holding.post_id
  join teams.units as unit on unit.county_code = post.county_code and unit.id = post.unit_id
  where holding.county_code = p_county and holding.person_id = p_person
    and holding.held_from <= p_day and (holding.held_to is null or holding.held_to >= p_day)
    and post.valid_from <= p_day and (post.valid_to is null or post.valid_to >= p_day)
    and unit.valid_from <= p_day and (unit.valid_to is null or unit.valid_to >= p_day)
$$;
