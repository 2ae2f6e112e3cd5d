-- Which drafts go out without a person's look. A row is never changed but for its end.
create table exemption (
  id               integer primary key autoincrement,
  category         text not null,
  priority         text not null,
  daily_cap        integer not null check (daily_cap between 1 and 1000),
  reviewed_percent integer not null check (reviewed_percent between 0 and 100),
  by               text not null,
  at               text not null,
  removed_by       text,
  removed_at       text,
  check ((removed_by is null) = (removed_at is null))
);
create unique index exemption_in_force on exemption (category, priority) where removed_at is null;

-- The stop switch over all of them; the last row holds.
create table exemption_switch (
  seq     integer primary key autoincrement,
  stopped integer not null check (stopped in (0, 1)),
  by      text not null,
  at      text not null
);

alter table decision add column exemption integer references exemption (id);

-- Each time that an agent handed a draft in for a look, and what the exemptions made of it: null
-- until that is settled, which happens once, whatever becomes of the draft later.
create table hand_in (
  id        integer primary key autoincrement,
  ticket    integer not null references ticket (number),
  -- From 1 for each ticket.
  opening   integer not null,
  verdict   text,
  exemption integer references exemption (id),
  category  text,
  priority  text,
  -- Of the verdict, in UTC.
  day       text,
  unique (ticket, opening)
);
create index hand_in_unsettled on hand_in (id) where verdict is null;
create index hand_in_day on hand_in (day, category, priority);

-- In the same transaction as the handing in, so that no crash comes between.
create trigger ticket_handed_in after update of status on ticket
when old.status = 'in_progress' and new.status = 'completed' begin
  insert into hand_in (ticket, opening)
  select new.number, count(*) + 1 from hand_in where ticket = new.number;
end;
