-- A chunk of an import is copied into a temporary table first; where the database grants this to nobody by default, the jobs need it.
do $$ begin
  execute format('grant temporary on database %I to linli_jobs', current_database());
end $$;
