-- An attachment that hangs on no matter yet is read and attached by the posts of whoever brought it, and by no other officer: its name
-- and its bytes may tell who reports whom. What was brought before this and never attached is swept as before.
alter table foundation.files add column by_post uuid default foundation.post();
comment on column foundation.files.by_post is 'Post that brought it; null where a resident or a job did.';
create policy an_upload_stays_with_its_post on foundation.files as restrictive to linli_app
  using (matter_id is not null or by_post = any (foundation.posts()))
  with check (true);
