-- How often something was tried, by a hash under a key that is drawn anew each day: no address, no code and no person stands here,
-- and nothing is kept for longer than a day. Unlogged and outside every backup: after a crash the counts begin again.
create unlogged table residents.day_salts (
  county_code integer not null,
  day         date    not null,
  salt        bytea   not null check (octet_length(salt) = 32),
  primary key (county_code, day)
);
comment on table residents.day_salts is 'Half of the key of one day''s counts; the other half is in the key file. Gone, the counts lead to nobody.';

create unlogged table residents.tries (
  county_code integer     not null,
  what        text        not null check (what in ('code', 'code-source', 'code-all', 'send', 'send-all', 'picture')),
  subject     bytea       not null check (octet_length(subject) = 32),
  since       timestamptz not null,
  count       integer     not null,
  primary key (county_code, what, subject, since)
);
comment on table residents.tries is 'Tries in one window of time; the subject (a code, a part of the network, the whole county) only as its keyed hash.';

-- What counts once: the solution of a proof of work, a place in the queue. All servers share it.
create unlogged table residents.spent (
  county_code integer     not null,
  nonce       bytea       not null check (octet_length(nonce) = 32),
  until       timestamptz not null,
  primary key (county_code, nonce)
);
comment on table residents.spent is 'Hashes of tokens that were used; kept until the token itself has run out.';

alter table residents.day_salts enable row level security;
alter table residents.tries enable row level security;
alter table residents.spent enable row level security;
revoke all on residents.day_salts, residents.tries, residents.spent from public;
grant select, insert on residents.day_salts to linli_portal;
grant select, insert on residents.tries to linli_portal;
grant update (count) on residents.tries to linli_portal;
grant insert on residents.spent to linli_portal;
grant select, delete on residents.day_salts to linli_jobs;
grant select (county_code, since), delete on residents.tries to linli_jobs;
grant select (county_code, until), delete on residents.spent to linli_jobs;
create policy counted_within_the_county on residents.day_salts to linli_portal
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy counted_within_the_county on residents.tries to linli_portal
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy spent_within_the_county on residents.spent for insert to linli_portal with check (county_code = (select foundation.county()));
create policy swept_within_the_county on residents.day_salts to linli_jobs using (county_code = (select foundation.county()));
create policy swept_within_the_county on residents.tries to linli_jobs using (county_code = (select foundation.county()));
create policy swept_within_the_county on residents.spent to linli_jobs using (county_code = (select foundation.county()));
