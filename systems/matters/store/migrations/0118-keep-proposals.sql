-- What the machine proposed when a person decided who handles a matter: the facts seen, the versions, the result. Derived from the
-- journal, where each stands in the line of its decision; it can be dropped and rebuilt, and goes when who stands behind is erased.
create table matters.proposals (
  county_code integer not null,
  matter_id uuid not null,
  version integer not null,
  at timestamptz not null,
  facts jsonb not null,
  versions jsonb not null,
  unit uuid,
  supports uuid[] not null,
  rule text not null,
  decided_unit uuid not null,
  primary key (county_code, matter_id, version)
);
comment on table matters.proposals is 'One row a decision; version is that of its journal line. The words are the matter''s own body with the title of that day.';
alter table matters.proposals enable row level security;
create policy whoever_sees_the_matter on matters.proposals for select to linli_app
  using (county_code = (select foundation.county())
    and exists (select from matters.matters m where m.county_code = proposals.county_code and m.id = proposals.matter_id));
create policy kept_within_the_county on matters.proposals for insert to linli_app with check (county_code = (select foundation.county()));
create policy dropped_for_the_county on matters.proposals for delete to linli_app
  using (county_code = (select foundation.county()) and (select foundation.scope()) = 'county');
create policy jobs_within_the_county on matters.proposals to linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
create policy verified_within_the_county on matters.proposals for select to linli_verify using (county_code = (select foundation.county()));
grant select, insert, delete on matters.proposals to linli_app, linli_jobs;
grant select on matters.proposals to linli_verify;

-- The units as they stood when proposals were made, one row for each different state of theirs.
create table matters.unit_books (
  county_code integer not null,
  version text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (county_code, version)
);
comment on table matters.unit_books is 'Names, levels and places of units; version is the hash of the body, so that a replay has the units of that day.';
alter table matters.unit_books enable row level security;
create policy within_the_county on matters.unit_books to linli_app, linli_jobs
  using (county_code = (select foundation.county())) with check (county_code = (select foundation.county()));
grant select, insert on matters.unit_books to linli_app, linli_jobs;

-- Called by matters.act with what the act's line says.
create function matters.keep_proposal(p_county integer, p_matter uuid, p_at timestamptz, p jsonb) returns void language sql security invoker as $$
  insert into matters.proposals (county_code, matter_id, version, at, facts, versions, unit, supports, rule, decided_unit)
  values (p_county, p_matter, (p ->> 'version')::integer, p_at, p -> 'facts', p -> 'versions', (p ->> 'unit')::uuid,
          array(select jsonb_array_elements_text(p -> 'supports'))::uuid[], p ->> 'rule', (p ->> 'decided_unit')::uuid)
  on conflict (county_code, matter_id, version) do nothing
$$;
