-- Code and link of a reporter are derived by the lookup key from id and generation: a repeated receipt shows the same ones,
-- a lost code is replaced by the next generation, and nothing that opens a matter is stored.
alter table residents.reporters add column code_generation integer not null default 1;
grant update (code_generation) on residents.reporters to linli_app, linli_jobs;
comment on column residents.reporters.code_generation is 'Counts the codes this reporter was given; only the latest opens.';
