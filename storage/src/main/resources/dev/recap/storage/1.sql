CREATE TABLE recap_conversation (
  id TEXT PRIMARY KEY,
  journal_id TEXT NOT NULL,
  size BIGINT NOT NULL DEFAULT 0,
  token BIGINT NOT NULL DEFAULT 0,
  holder TEXT,
  claim TEXT,
  held_since BIGINT NOT NULL DEFAULT 0,
  lease_until BIGINT NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'EMPTY',
  outcome TEXT,
  agent TEXT,
  paused INTEGER NOT NULL DEFAULT 0,
  created BIGINT NOT NULL,
  updated BIGINT NOT NULL
);

CREATE INDEX recap_conversation_updated ON recap_conversation (updated, id);

CREATE TABLE recap_entry (
  conversation TEXT NOT NULL,
  seq BIGINT NOT NULL,
  line TEXT NOT NULL,
  said TEXT,
  PRIMARY KEY (conversation, seq)
);

CREATE TABLE recap_media (
  sha256 TEXT PRIMARY KEY,
  bytes {bytes} NOT NULL
);

CREATE TABLE recap_media_use (
  sha256 TEXT NOT NULL,
  conversation TEXT NOT NULL,
  PRIMARY KEY (sha256, conversation)
);

CREATE TABLE recap_snapshot (
  conversation TEXT PRIMARY KEY,
  bytes {bytes} NOT NULL
);

CREATE TABLE recap_pending (
  conversation TEXT NOT NULL,
  call_id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  tool TEXT NOT NULL,
  arguments TEXT NOT NULL,
  expires BIGINT,
  PRIMARY KEY (conversation, call_id)
);

CREATE TABLE recap_inbox (
  conversation TEXT NOT NULL,
  id TEXT NOT NULL,
  place BIGINT NOT NULL,
  body TEXT NOT NULL,
  sender TEXT NOT NULL,
  at BIGINT NOT NULL,
  taken BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation, id)
);

CREATE TABLE recap_answer (
  conversation TEXT NOT NULL,
  call_id TEXT NOT NULL,
  answer TEXT NOT NULL,
  change TEXT,
  PRIMARY KEY (conversation, call_id)
);

CREATE TABLE recap_cleaning (
  id TEXT PRIMARY KEY
);
