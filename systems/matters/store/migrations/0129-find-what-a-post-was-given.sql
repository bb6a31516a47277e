-- 交办到岗: today's list begins with what the reader's own posts were given.
create index assignments_by_post on matters.assignments (county_code, post_id) where ended_at is null and post_id is not null;
