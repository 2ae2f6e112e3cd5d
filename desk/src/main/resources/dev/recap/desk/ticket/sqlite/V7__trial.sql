-- Trials of the agent on answered tickets, each worked in a desk of its own; here is what came of
-- them.
create table trial (
  id      text primary key,
  at      text not null,
  by      text not null,
  name    text not null,
  -- As it said last: running, done, over budget, stopped, ...
  state   text not null,
  -- TrialResult as JSON.
  result  text not null
);

-- What people say of the agent's draft beside a person's reply; the last word of each counts.
create table trial_rating (
  id      integer primary key autoincrement,
  trial   text not null references trial (id),
  -- The ticket's name in the trial.
  ticket  text not null,
  by      text not null,
  at      text not null,
  rating  text not null check (rating in ('agent better', 'same', 'human better'))
);
create index trial_rating_trial on trial_rating (trial, ticket);
