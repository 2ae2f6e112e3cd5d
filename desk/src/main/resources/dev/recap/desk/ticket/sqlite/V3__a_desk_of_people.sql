-- Categories, priorities and teams are data now, tickets have the name they came with, and people
-- work beside the agent.
create table ticket_now (
  number          integer primary key autoincrement,
  name            text not null unique,
  external_id     text,
  customer_number integer not null check (customer_number > 0),
  customer_name   text,
  customer_email  text,
  subject         text not null,
  description     text not null,
  created_at      text not null,
  category        text,
  category_by     text,
  priority        text,
  priority_by     text,
  team            text,
  team_by         text,
  draft           text,
  draft_by        text,
  -- The revision of the ticket that the draft answers, and the guidance it was made with.
  draft_revision  integer,
  guidance        integer,
  status          text not null default 'new'
                  check (status in ('new', 'in_progress', 'completed', 'needs_person', 'answered', 'closed')),
  owner           text,
  reason          text,
  -- What a person told the agent when the draft was sent back.
  remark          text,
  run             text,
  -- Goes up with everything that a draft may not know of.
  revision        integer not null default 1,
  -- The shift it was picked for; null for whichever comes.
  lot             text,
  changed_at      text,
  check (status <> 'new' or run is null),
  check (status not in ('in_progress', 'completed') or run is not null),
  check ((draft is null) = (draft_revision is null))
);

insert into ticket_now (number, name, external_id, customer_number, customer_name, customer_email,
                        subject, description, created_at, category, priority, team, draft,
                        draft_revision, status, run)
select number, 'TICKET-' || number, external_id, customer_number, customer_name, customer_email,
       subject, description, created_at, category, priority, team, draft,
       case when draft is null then null else 1 end, status, run
from ticket;

drop table ticket;
alter table ticket_now rename to ticket;

create index ticket_queue on ticket (status, number);
create index ticket_customer on ticket (customer_number, number);
create unique index ticket_external on ticket (external_id) where external_id is not null;

-- A run works on one ticket at a time, whatever the code above believes.
create unique index ticket_held on ticket (run) where status = 'in_progress';

-- What was said after the description: by the customer, to the customer, among ourselves.
create table message (
  id       integer primary key autoincrement,
  ticket   integer not null references ticket (number),
  kind     text not null check (kind in ('customer', 'reply', 'note')),
  author   text not null,
  text     text not null,
  at       text not null,
  mail_id  text unique
);
create index message_ticket on message (ticket, id);

-- What people changed, and when; a row is never changed, and undoing is another row.
create table change (
  seq     integer primary key autoincrement,
  ticket  integer references ticket (number),
  at      text not null,
  by      text not null,
  what    text not null,
  before  text,
  after   text
);
create index change_ticket on change (ticket, seq);

-- What a person decided about a draft; what is approved stands as it was approved.
create table decision (
  id         integer primary key autoincrement,
  ticket     integer not null references ticket (number),
  kind       text not null check (kind in ('approved', 'edited', 'sent_back', 'taken_over')),
  by         text not null,
  at         text not null,
  revision   integer not null,
  guidance   integer,
  category   text,
  recipient  text,
  subject    text,
  text       text,
  draft      text,
  reason     text,
  remark     text,
  undone_by  text,
  undone_at  text
);
create index decision_ticket on decision (ticket, id);

-- What the agent read of an article before it drafted, as it read it.
create table evidence (
  id       integer primary key autoincrement,
  ticket   integer not null references ticket (number),
  query    text not null,
  article  text not null,
  version  integer not null,
  title    text not null,
  passage  text not null,
  at       text not null
);
create index evidence_ticket on evidence (ticket, id);

-- The rules of the desk as they were, and are.
create table guidance (
  version  integer primary key autoincrement,
  at       text not null,
  by       text not null,
  rules    text not null
);

create virtual table ticket_text using fts5 (
  name, subject, description, customer, content = '', contentless_delete = 1
);
insert into ticket_text (rowid, name, subject, description, customer)
select number, name, subject, description,
       coalesce(customer_name, '') || ' ' || coalesce(customer_email, '')
from ticket;

create trigger ticket_text_in after insert on ticket begin
  insert into ticket_text (rowid, name, subject, description, customer)
  values (new.number, new.name, new.subject, new.description,
          coalesce(new.customer_name, '') || ' ' || coalesce(new.customer_email, ''));
end;
create trigger ticket_text_new after update of name, subject, description, customer_name, customer_email on ticket begin
  delete from ticket_text where rowid = old.number;
  insert into ticket_text (rowid, name, subject, description, customer)
  values (new.number, new.name, new.subject, new.description,
          coalesce(new.customer_name, '') || ' ' || coalesce(new.customer_email, ''));
end;
create trigger ticket_text_out after delete on ticket begin
  delete from ticket_text where rowid = old.number;
end;
