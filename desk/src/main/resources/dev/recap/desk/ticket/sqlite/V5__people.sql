-- Who works at the desk. A person is never deleted: what they did stands under their name.
create table person (
  id          integer primary key autoincrement,
  name        text not null,
  -- The name as it is compared: two people whose names differ by capitals alone are one too many.
  name_key    text not null unique,
  role        text not null check (role in ('reader', 'reviewer', 'lead')),
  password    text not null,
  created_at  text not null,
  disabled_at text
);

-- Secrets are kept as hashes: who reads this file cannot sign in with what stands in it.
create table session (
  token_hash text primary key,
  person     integer not null references person (id),
  created_at text not null,
  seen_at    text not null,
  expires_at text not null
);
create index session_person on session (person);

create table api_token (
  token_hash text primary key,
  person     integer not null references person (id),
  label      text not null,
  scope      text not null check (scope in ('read', 'write')),
  created_at text not null,
  expires_at text not null,
  revoked_at text,
  unique (person, label)
);

-- What a request with a key was answered, so that the same request again is answered the same.
create table idempotent (
  person    text not null,
  key       text not null,
  body_hash text not null,
  status    integer not null,
  answer    text not null,
  at        text not null,
  primary key (person, key)
);
create index idempotent_at on idempotent (at);

-- Who writes again is known by their address.
create index ticket_address on ticket (lower(customer_email));
