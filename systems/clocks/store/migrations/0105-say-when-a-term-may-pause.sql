alter table clocks.terms
  add column pauses jsonb not null default '[]' check (jsonb_typeof(pauses) = 'array'),
  add column extension jsonb check (extension is null or jsonb_typeof(extension) = 'object');
comment on column clocks.terms.pauses is 'The only grounds on which this term stands still: [{ground, name, englishName, basis}]. Empty: never.';
comment on column clocks.terms.extension is 'How it may be lengthened: {times, most, approver, englishApprover, residentTold, basis}. Null: not at all.';
