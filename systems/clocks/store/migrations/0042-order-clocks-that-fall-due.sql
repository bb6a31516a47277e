-- A page of what falls due is read in the order of the index, without sorting all that is overdue.
drop index clocks.running_due;
create index running_due on clocks.running (county_code, due_at, id) where state = 'running';
