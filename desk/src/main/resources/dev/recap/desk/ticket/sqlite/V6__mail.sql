-- What goes out, and what is known of it. "sending" is committed before the dialogue begins, so
-- that a row is never tried again by us when nobody knows how its dialogue ended.
create table outbox (
  id          integer primary key autoincrement,
  ticket      integer not null references ticket (number),
  decision    integer references decision (id),
  way         text not null check (way in ('mail', 'drafts', 'note', 'reply')),
  recipient   text not null,
  subject     text not null,
  text        text not null,
  message_id  text not null unique,
  in_reply_to text,
  refs        text not null default '',
  -- Whole seconds, so that the texts compare as the times do.
  not_before  text not null,
  state       text not null default 'waiting'
              check (state in ('waiting', 'sending', 'sent', 'unknown', 'failed', 'withdrawn')),
  -- What the other side, or a person, said of it last.
  said        text,
  -- What a bounce said after it was sent.
  bounced     text,
  attempts    integer not null default 0,
  at          text not null
);
create index outbox_due on outbox (state, not_before);
create index outbox_ticket on outbox (ticket, id);

-- The part of our address that leads an answer to its ticket; nobody can guess it.
create table mail_token (
  ticket  integer primary key references ticket (number),
  token   text not null unique
);

-- How far a folder has been read.
create table mail_place (
  folder       text primary key,
  uid_validity integer not null,
  last_uid     integer not null,
  -- What the server received earlier is not ours to take.
  since        text not null
);

-- Each mail that was taken, once.
create table mail_taken (
  mail_id     text primary key,
  message_id  text,
  -- Tells two mails under one Message-ID apart.
  digest      text not null,
  became      text not null check (became in ('ticket', 'message', 'bounce', 'parked')),
  ticket      integer references ticket (number),
  message     integer references message (id),
  sender      text not null,
  at          text not null,
  -- With the quotes that the ticket does without.
  full_text   text not null
);
create index mail_taken_message_id on mail_taken (message_id);
create index mail_taken_ticket on mail_taken (ticket, at);
create index mail_taken_sender on mail_taken (sender, at);

-- Mail that no ticket is made of unless a person says so.
create table parked_mail (
  id          integer primary key autoincrement,
  mail_id     text not null unique references mail_taken (mail_id),
  -- The ticket it speaks of.
  ticket      integer references ticket (number),
  sender      text not null,
  subject     text not null,
  text        text not null,
  reason      text not null,
  at          text not null,
  -- The mail as it came, where it is small enough to be kept.
  raw         blob,
  released_by text,
  released_at text
);

create table attachment (
  id      integer primary key autoincrement,
  ticket  integer not null references ticket (number),
  -- Null where it came with what the ticket was made of.
  message integer references message (id),
  name    text not null,
  type    text not null,
  size    integer not null,
  sha256  text not null,
  -- Null where it was too large to be kept.
  content blob
);
create index attachment_ticket on attachment (ticket, message);

-- Customers are known by their address.
create index ticket_customer_email on ticket (lower(customer_email));

-- Tickets and articles of another desk, under its own names.
create table connect_ticket (
  system  text not null,
  remote  text not null,
  ticket  integer not null references ticket (number),
  -- When it changed there for the last time, in that desk's own writing.
  updated text not null,
  primary key (system, remote)
);
create unique index connect_ticket_ticket on connect_ticket (ticket);
create table connect_article (
  system  text not null,
  remote  text not null,
  ticket  integer not null references ticket (number),
  primary key (system, remote)
);
