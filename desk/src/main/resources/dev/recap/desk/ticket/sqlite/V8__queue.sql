-- Since when it waits again; null for since it came in.
alter table ticket add column waiting_since text;

-- Who opens a ticket again sets changed_at with the status.
create trigger ticket_waits_again after update of status on ticket
when old.status in ('answered', 'closed') and new.status not in ('answered', 'closed') begin
  update ticket set waiting_since = coalesce(new.changed_at, new.created_at)
  where number = new.number;
end;

-- All that the queue is filtered by, in the order that it is shown in: one walk over this index
-- finds a page, whatever the filter.
create index ticket_browse on ticket (created_at, number, status, owner, category, priority, team,
                                      customer_number, lot, waiting_since);

-- Whose address it is, for imports and mail.
create index ticket_email on ticket (customer_email, customer_number)
where customer_email is not null;
