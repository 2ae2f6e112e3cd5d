-- Which model drafted, what a decision found and how much of the draft stayed.
alter table ticket add column draft_model text;
-- The revision that the agent was shown last: its draft answers that one.
alter table ticket add column shown_revision integer;
alter table decision add column draft_model text;
alter table decision add column kept real;
alter table decision add column was text;

create index tool_call_ticket on tool_call (ticket, seq);
