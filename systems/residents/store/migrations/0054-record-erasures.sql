-- What is erased names the journal line that records the erasure; erased without such a line, it counts as missing.
alter table residents.line_persons add column erased_by uuid;
grant update (erased_by) on residents.line_persons to linli_app, linli_jobs;
comment on column residents.line_persons.erased_by is 'The journal line of the act that erased it.';
