create schema law;
grant usage on schema law to linli_app, linli_portal, linli_jobs, linli_verify;

create table law.articles (
  county_code integer not null,
  id text not null check (id <> ''),
  version integer not null check (version > 0),
  law text not null check (law <> ''),
  english_law text not null default '',
  number text not null,
  article text not null,
  text text not null check (text <> ''),
  in_force_from date not null,
  in_force_to date check (in_force_to >= in_force_from),
  source text not null check (source <> ''),
  trust text not null check (trust in ('verified', 'secondary', 'practice', 'from memory')),
  scope text not null check (scope in ('national', 'model', 'county')),
  entered_at timestamptz not null,
  entered_by_post uuid,
  primary key (county_code, id, version)
);
comment on table law.articles is 'Articles that the county''s work rests on; id is the citation. Versions are only added, the highest is the present one. entered_by_post is null where the product''s own register was planted.';

alter table law.articles enable row level security;
create policy read_in_county on law.articles for select to linli_app, linli_portal, linli_jobs, linli_verify
  using (county_code = (select foundation.county()));
create policy county_writes on law.articles for insert to linli_app, linli_jobs
  with check (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
grant select on law.articles to linli_app, linli_portal, linli_jobs, linli_verify;
grant insert on law.articles to linli_app, linli_jobs;
