-- New search tokens wait in the index's pending list. At 1 MB every 700th matter or so its own receipt had to merge them, 60 to 100 ms,
-- and whoever shared its batch waited too. Now autovacuum merges them behind the answers, slowly; a writer does only where 32 MB have
-- gathered. Its statistics (the thousand commonest tokens) are dear and change slowly: they are taken when the table has grown by half.
alter index matters.search_tokens set (gin_pending_list_limit = 32768);
alter table matters.search set (autovacuum_vacuum_insert_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0,
  autovacuum_vacuum_cost_delay = 6, autovacuum_analyze_threshold = 5000, autovacuum_analyze_scale_factor = 0.5);
