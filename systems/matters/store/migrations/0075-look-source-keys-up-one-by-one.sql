-- The plan of a chunk is made while matters.import_rows is still small and is kept: without this it reads the whole table for every
-- chunk, and an import slows down as it grows.
alter function matters.receive_import(jsonb, uuid, integer, jsonb) set enable_hashjoin = off;
alter function matters.receive_import(jsonb, uuid, integer, jsonb) set enable_mergejoin = off;
alter function matters.receive_import(jsonb, uuid, integer, jsonb) set enable_seqscan = off;
