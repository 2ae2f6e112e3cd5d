create table ticket (
  number          integer primary key autoincrement,
  external_id     text,
  customer_number integer not null check (customer_number > 0),
  customer_name   text,
  customer_email  text,
  subject         text not null,
  description     text not null,
  created_at      text not null,
  category        text check (category in ('billing', 'technical', 'account', 'product', 'shipping')),
  priority        text check (priority in ('low', 'medium', 'high', 'urgent')),
  team            text check (team in ('billing-team', 'tech-support', 'account-services',
                                       'product-success', 'logistics-team')),
  draft           text,
  status          text not null default 'new' check (status in ('new', 'in_progress', 'completed')),
  run             text,
  check ((status = 'new') = (run is null))
);

create index ticket_queue on ticket (status, number);

-- A run works on one ticket at a time, whatever the code above believes.
create unique index ticket_held on ticket (run) where status = 'in_progress';

create table tool_call (
  seq        integer primary key autoincrement,
  run        text not null,
  call_id    text not null,
  effect_key text not null,
  tool       text not null,
  arguments  text not null,
  outcome    text not null check (outcome in ('confirmed', 'failed')),
  reason     text,
  ticket     text,
  at         text not null,
  check ((outcome = 'failed') = (reason is not null))
);

create index tool_call_effect on tool_call (effect_key);

create trigger tool_call_is_never_changed before update on tool_call
begin
  select raise(abort, 'the tool_call table is append-only');
end;

create trigger tool_call_is_never_deleted before delete on tool_call
begin
  select raise(abort, 'the tool_call table is append-only');
end;
