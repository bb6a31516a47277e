alter table matters.matters
  add column asked jsonb,
  add column handed_back_by uuid[] not null default '{}';
comment on column matters.matters.asked is 'Time that the lead unit has asked for and nobody has decided on yet: {clock, what, ground, by, at}.';
comment on column matters.matters.handed_back_by is 'Units that have used their one objection.';
alter table matters.assignments
  add column post_id uuid,
  drop constraint assignments_role_check,
  add constraint assignments_role_check check (role in ('lead', 'support', 'called'));
comment on column matters.assignments.post_id is 'The post inside the unit to which its head gave the work.';
create index matters_objected on matters.matters (county_code, due_at, id) where state = 'objected';
create index matters_asked on matters.matters (county_code, due_at, id) where asked is not null;
