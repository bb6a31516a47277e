-- Group roles without login; the runtime login becomes one of them when it connects and owns nothing.
do $$
declare name text;
begin
  foreach name in array array['linli_app', 'linli_portal', 'linli_jobs', 'linli_verify'] loop
    if not exists (select 1 from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin nosuperuser nobypassrls', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

create schema if not exists foundation;
grant usage on schema foundation to linli_app, linli_portal, linli_jobs, linli_verify;

-- The context of this transaction, as row-level security reads it. Unset means nothing is visible.
create function foundation.county() returns integer language sql stable parallel safe
  as $$ select nullif(current_setting('linli.county', true), '')::integer $$;
create function foundation.scope() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('linli.scope', true), ''), 'none') $$;
create function foundation.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('linli.person', true), '')::uuid $$;
create function foundation.post() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('linli.post', true), '')::uuid $$;
create function foundation.units() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('linli.units', true), ''), ',')::uuid[], '{}') $$;
create function foundation.places() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('linli.places', true), ''), ',')::uuid[], '{}') $$;
create function foundation.matters() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('linli.matters', true), ''), ',')::uuid[], '{}') $$;

alter table foundation.migrations enable row level security;
create policy readable_by_verify on foundation.migrations for select to linli_verify, linli_app, linli_jobs using (true);
grant select on foundation.migrations to linli_verify, linli_app, linli_jobs;
comment on table foundation.migrations is 'Which schema changes were applied, and the hash of their text.';
