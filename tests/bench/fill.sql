-- How a county's matters are spread over eighteen months: villages by a steep curve, states by age, departments by category,
-- a fifth from spreadsheets, a seventh without a village. Numbers that look drawn come from the row's own hash: the same in every run.
create temporary table villages as
  select row_number() over (order by md5(v.code)) as nth, v.place_id, v.township_id, v.short_name, t.code as township
  from territory.place_states v join territory.place_states t
    on t.county_code = v.county_code and t.place_id = v.township_id and t.to_version is null
  where v.county_code = 410425 and v.committee is not null and v.to_version is null;
create temporary table offices as
  select row_number() over (order by code) as nth, id from teams.units where county_code = 410425 and kind = 'county department';
create temporary table centres as
  select id, place_id from teams.units where county_code = 410425 and kind = 'township centre';
create temporary table county_centre as select id from teams.units where county_code = 410425 and kind = 'county centre';

create temporary table spread as
  select i, h, date_trunc('milliseconds', least(now(), now() - interval '548 days' * (1 - (i + (h[0] - 0.5) * 40) / :many.0))) as received_at,
         1 + floor(power(h[1], 3.2) * (select count(*) from villages))::int as village,
         1 + floor(h[2] * (select count(*) from texts))::int as text, h[3] as fate, h[4] as placed, h[5] as door, h[6] as office, h[7] as rated
  from generate_series(1, :many) i,
       lateral (select (array_agg((('x' || substr(md5(i || '/' || n), 1, 8))::bit(32)::bigint & 2147483647) / 2147483648.0 order by n))::double precision[] as list
                from generate_series(0, 7) n) drawn,
       lateral (select ('[0:7]=' || drawn.list::text)::double precision[] as h) shifted;

create temporary table told as
  select s.*, extract(epoch from now() - s.received_at) / 86400 as age, v.place_id, v.township_id, v.short_name, c.id as centre, cc.id as county_centre,
         case when x.category is not null and s.office < 0.7
           then (select id from offices o where o.nth = 1 + abs(hashtext(x.category)) % (select count(*) from offices)) else coalesce(c.id, cc.id) end as unit,
         x.title, x.body, x.kind, x.category, x.urgency, x.tokens,
         (lpad(to_hex((extract(epoch from s.received_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(s.i::text), 1, 3) || 'a' || substr(md5(s.i::text), 5, 15))::uuid as id
  from spread s join texts x on x.nth = s.text left join villages v on v.nth = s.village and s.placed < 0.86
  left join centres c on c.place_id = v.township_id cross join county_centre cc;

create temporary table lived as
  select t.*, least(received_at + interval '1 day' * (2 + 18 * fate), now()) as ended,
         case when age < 3 and fate < 0.6 then 'received' when age < 6 and fate < 0.5 then 'accepted' when age < 12 and fate < 0.5 then 'dispatched'
              when age < 45 and fate < 0.45 then 'handling' when age < 60 and fate < 0.5 then 'answered'
              when fate < 0.004 then 'shelved' when fate < 0.010 then 'handling' when fate < 0.020 then 'not-accepted' when fate < 0.026 then 'withdrawn'
              when fate < 0.030 then 'merged' else 'closed' end as state
  from told t;

insert into matters.matters (county_code, id, version, state, open, number, kind, category_code, urgency, title, body, door, lane, lane_id, received_at,
  received_by, place_id, township_id, village_id, place_confirmed, territory_version, lead_unit, support_units, involved_units, due_at, due_provisional,
  term, term_version, clock_id, complained_unit, secrecy, outcome, rating, closed_at, closed_in_time, verify_needed, similar_count, import_id, updated_at, head_leaf)
select 410425, id, case when state = 'received' then 1 else 4 end, state, state in ('received', 'accepted', 'dispatched', 'handling', 'answered', 'shelved'),
  '410425-' || extract(year from received_at) || '-' || case when door < 0.2 then 'D' else '' end || lpad(i::text, 7, '0'),
  case when state = 'received' and fate > 0.3 then null else kind end, case when state = 'received' and fate > 0.3 then null else category end, urgency,
  title, body || case when short_name is null then '' else '地点在' || short_name || '。' end,
  case when door < 0.2 then 'spreadsheet' when door < 0.6 then 'hotline' when door < 0.75 then 'portal' when door < 0.9 then 'counter'
       when door < 0.96 then 'field' when door < 0.99 then 'reception' else 'deputies' end,
  null, null, received_at, coalesce(case when office > 0.5 then centre end, county_centre), coalesce(place_id, township_id), township_id, place_id, state <> 'received', 1,
  case when state not in ('received', 'accepted', 'not-accepted') then unit end,
  case when state not in ('received', 'accepted', 'not-accepted') and fate > 0.93 and centre is not null and centre <> unit then array[centre] else '{}' end,
  case when state not in ('received', 'accepted', 'not-accepted') then array[unit] else '{}' end,
  received_at + interval '1 day' * (5 + 16 * rated), false, 'answer-complaint', 1, id, case when rated < 0.01 then unit end, rated < 0.004,
  case state when 'closed' then 'solved' when 'answered' then 'solved' end,
  case when state = 'closed' and rated < 0.25 then (array['very-satisfied', 'satisfied', 'satisfied', 'fair', 'dissatisfied', 'very-dissatisfied'])[1 + floor(rated * 24)::int] end,
  case when state in ('closed', 'not-accepted', 'withdrawn', 'merged') then ended end,
  case when state = 'closed' then ended <= received_at + interval '1 day' * (5 + 16 * rated) end, true,
  case when fate > 0.99 then 2 else 0 end, case when door < 0.2 then md5('import ' || i / (:many / 20 + 1))::uuid end, least(ended, now()), decode(md5(i::text) || md5(state || i) || '636c310a', 'hex')
from lived;

insert into matters.search (county_code, matter_id, received_at, tokens)
select 410425, id, received_at, case when short_name is null then tokens
  else tokens || array(select substr(short_name, n, 2) from generate_series(1, greatest(1, length(short_name) - 1)) n) end from lived;

insert into matters.assignments (county_code, id, matter_id, unit_id, role, state, since, ended_at)
select 410425, md5(i || ' lead')::uuid, id, unit, 'lead', case when state = 'dispatched' then 'sent' when state in ('handling', 'shelved') then 'signed' else 'answered' end,
  received_at, case when state in ('dispatched', 'handling', 'answered', 'shelved') then null else ended end
from lived where state not in ('received', 'accepted', 'not-accepted');
-- with lines
insert into ledger.lines (county_code, id, procedure_kind, procedure_id, matter_id, version, act, at, command_id, public_group, text_group,
  salt_public, salt_text, hash_public, hash_text, hash_person, previous, leaf)
select 410425, md5(i || ' line')::uuid, 'matter', id, id, 1, 'receive', received_at, md5(i || ' command')::uuid,
  '{"number":"' || i || '","state":"received","due":"' || received_at || '","unit":"' || county_centre || '","door":"hotline","kind":"' || kind || '","clock":"' || id || '"}',
  jsonb_build_object('attachments', '[]'::jsonb, 'content', jsonb_build_object('title', title, 'text', body))::text,
  sha256(i::text::bytea), sha256(i::text::bytea), sha256(i::text::bytea), sha256(i::text::bytea), sha256(i::text::bytea), null,
  '\x636c310a'::bytea || sha256(i::text::bytea) from lived;
insert into residents.line_persons (county_code, line_id, matter_id, salt, body)
select 410425, md5(i || ' line')::uuid, id, sha256(i::text::bytea), '{"actor":{"role":"app","person":"' || county_centre || '"},"persons":[]}' from lived;
insert into residents.reporters (county_code, id, matter_id, handle, role, door, code_lookup, link_lookup, sealed, key_version, created_at)
select 410425, md5(i || ' reporter')::uuid, id, 'AB29', 'reporter', 'hotline', sha256((i || ' code')::bytea), sha256((i || ' link')::bytea), sha256(i::text::bytea), 1, received_at from lived;
insert into residents.data_keys (county_code, matter_id, wrapped, key_version) select 410425, id, sha256(i::text::bytea), 1 from lived;
insert into clocks.running (county_code, id, procedure_kind, procedure_id, matter_id, term, term_version, started_at, due_at, state)
select 410425, id, 'matter', id, id, 'answer-complaint', 1, received_at, received_at + interval '14 days', case when state = 'closed' then 'met' else 'running' end from lived;
insert into foundation.commands (county_code, command_id, request_hash, result, at)
select 410425, md5(i || ' command')::uuid, sha256(i::text::bytea), '{"id":"x","number":"y","version":1,"state":"received"}', received_at from lived;
