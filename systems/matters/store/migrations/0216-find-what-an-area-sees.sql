-- An officer of an area or a unit sees matters by one of several columns: the policy's OR over them cannot use an index. The lists ask
-- for each way by itself (views/queue/ways-of-sight.ts), narrowing what the policy lets through; these are the indexes of the ways.
-- The first two units involved are indexed by place in the array (equality is leakproof, so it may stand before the policy; `&&` is not);
-- matters that involved more are few.
create index matters_open_of_township on matters.matters (county_code, township_id, due_at, id, state) where open and township_id is not null;
create index matters_open_of_village on matters.matters (county_code, village_id, due_at, id, state) where open and village_id is not null;
create index matters_of_receiver on matters.matters (county_code, received_by, open, due_at, id, state);
create index matters_of_first_unit on matters.matters (county_code, (involved_units[1]), open, due_at, id, state) where involved_units[1] is not null;
create index matters_of_second_unit on matters.matters (county_code, (involved_units[2]), open, due_at, id, state) where involved_units[2] is not null;
create index matters_of_more_units on matters.matters (county_code, open, due_at, id, state) where involved_units[3] is not null;
-- so that the planner knows how few they are
create statistics matters.matters_with_more_units on (involved_units[3]) from matters.matters;
