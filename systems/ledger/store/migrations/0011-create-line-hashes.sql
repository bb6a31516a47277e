-- The same formulas as systems/ledger/rules/hashes.ts; the golden vectors hold both to one another.
do $$ begin
  if current_setting('server_encoding') <> 'UTF8' then raise exception 'the journal needs a database in UTF8'; end if;
end $$;

-- UTF-8 bytes of a text. decode() is immutable where convert_to() is only stable, so that callers are inlined.
create function ledger.group_hash(prefix text, salt bytea, body text) returns bytea
  language sql immutable parallel safe
  return sha256(decode(replace(prefix, '\', '\\'), 'escape') || salt || decode(replace(body, '\', '\\'), 'escape'));

create function ledger.leaf(hash_public bytea, hash_text bytea, hash_person bytea) returns bytea
  language sql immutable parallel safe
  return '\x636c310a'::bytea || sha256('\x636c312f6c6561660a'::bytea || hash_public || hash_text || hash_person);

-- Fills the two places of a public group that only the writing statement knows; a place already filled stays as it is.
create function ledger.fill_group(public_group text, number text, previous bytea) returns text
  language sql immutable parallel safe
  return replace(
    replace(public_group, '"number":""', '"number":"' || coalesce(number, '') || '"'),
    '"prev_leaf":""', '"prev_leaf":"' || coalesce(encode(previous, 'hex'), '') || '"');

comment on function ledger.group_hash is 'SHA-256 of prefix, 32 bytes of salt and a canonical JSON text. Prefixes: cl1/pub, cl1/txt, cl1/idn, each with a line feed.';
comment on function ledger.leaf is '36 bytes: cl1, line feed, SHA-256 over the three group hashes.';
comment on function ledger.fill_group is 'Public group with its number and the leaf of the line before.';
