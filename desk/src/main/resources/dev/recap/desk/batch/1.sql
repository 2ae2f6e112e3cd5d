CREATE TABLE recap_batch (
  id TEXT PRIMARY KEY,
  made BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  desk TEXT NOT NULL,
  model TEXT NOT NULL,
  way TEXT NOT NULL,
  threshold BIGINT NOT NULL,
  workers INTEGER NOT NULL,
  dollars DOUBLE PRECISION,
  tokens BIGINT,
  state TEXT NOT NULL,
  remark TEXT NOT NULL,
  cancelled_by TEXT
);
