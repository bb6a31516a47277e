-- A version of the catalogue or of the duty list is proposed by one post and approved by another.
alter table dispatch.books add column based_on integer;
comment on column dispatch.books.based_on is 'The version that was on when this one was begun; another on since then: it is begun anew.';
alter table dispatch.books add constraint approved_by_another_post
  check (book = 'rules' or state <> 'on' or approved_by_post is null or approved_by_post is distinct from proposed_by_post);
grant update (proposed_by_post, note) on dispatch.books to linli_app, linli_jobs;
