-- The same policy; the reader's posts are asked once a statement.
alter policy an_upload_stays_with_its_post on foundation.files
  using (matter_id is not null or by_post = any ((select foundation.posts())::uuid[]));
