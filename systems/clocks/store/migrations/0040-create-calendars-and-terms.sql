create schema clocks;
grant usage on schema clocks to linli_app, linli_portal, linli_jobs, linli_verify;

create table clocks.calendars (
  county_code integer not null,
  year integer not null check (year between 2000 and 2200),
  version integer not null check (version > 0),
  published boolean not null,
  source text not null check (source <> ''),
  primary key (county_code, year, version)
);
comment on table clocks.calendars is 'The State Council''s yearly notice as the county entered it. The highest published version of a year is in force.';

create table clocks.calendar_days (
  county_code integer not null,
  year integer not null,
  version integer not null,
  day date not null,
  kind text not null check (kind in ('holiday', 'make-up workday')),
  name text not null check (name <> ''),
  primary key (county_code, year, version, day),
  foreign key (county_code, year, version) references clocks.calendars (county_code, year, version)
);
comment on table clocks.calendar_days is 'Only days that differ from the week: free weekdays and worked weekends. A notice may reach into the December before or the January after.';

create table clocks.office_hours (
  county_code integer not null,
  valid_from date not null,
  spans text[] not null check (cardinality(spans) > 0),
  primary key (county_code, valid_from)
);
comment on table clocks.office_hours is 'Spans such as {08:30-12:00,14:30-18:00}, from that day on (summer and winter hours are two rows).';

create table clocks.terms (
  county_code integer not null,
  term text not null check (term <> ''),
  version integer not null check (version > 0),
  name text not null check (name <> ''),
  english_name text not null default '',
  length integer not null check (length > 0),
  unit text not null check (unit in ('working days', 'natural days', 'working hours', 'urgent hours')),
  roll text not null default 'to the next working day' check (roll in ('to the next working day', 'stays')),
  ends text not null default 'end of day' check (ends in ('end of day', 'close of business')),
  basis text not null check (basis <> ''),
  primary key (county_code, term, version)
);
comment on table clocks.terms is 'Terms of law and of the county''s own rule; a running clock keeps the version it was started with.';

alter table clocks.calendars enable row level security;
alter table clocks.calendar_days enable row level security;
alter table clocks.office_hours enable row level security;
alter table clocks.terms enable row level security;
do $$
declare name text;
begin
  foreach name in array array['calendars', 'calendar_days', 'office_hours', 'terms'] loop
    execute format('create policy read_in_county on clocks.%I for select to linli_app, linli_portal, linli_jobs, linli_verify
      using (county_code = (select foundation.county()))', name);
    execute format('create policy county_writes on clocks.%I for insert to linli_app, linli_jobs
      with check (county_code = (select foundation.county()) and (select foundation.scope()) = ''county'')', name);
    execute format('grant select on clocks.%I to linli_app, linli_portal, linli_jobs, linli_verify', name);
    execute format('grant insert on clocks.%I to linli_app, linli_jobs', name);
  end loop;
end $$;
