-- Which tickets lose their text, by whose wish: without a word of it, so that what a crash broke
-- off can be completed.
create table erasure (
  id        integer primary key autoincrement,
  by        text not null,
  at        text not null,
  -- When no table had the text any more, and when no file had it.
  tables_at text,
  files_at  text,
  check (files_at is null or tables_at is not null)
);
create table erasure_ticket (
  ticket  integer primary key references ticket (number),
  erasure integer not null references erasure (id)
);
create index erasure_ticket_erasure on erasure_ticket (erasure);

-- Calls stay as they were recorded, but for the text of an erasure that is under way.
drop trigger tool_call_is_never_changed;
create trigger tool_call_is_never_changed before update on tool_call
when new.seq <> old.seq or new.run <> old.run or new.tool <> old.tool
  or new.outcome <> old.outcome or new.at <> old.at
  or not exists (select * from erasure where tables_at is null)
begin
  select raise(abort, 'the tool_call table is append-only');
end;
