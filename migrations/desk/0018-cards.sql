-- Orders of permanent resident cards, files between office and production facility, electronic confirmations.

CREATE TABLE card_file (
  n INTEGER PRIMARY KEY,
  -- Of an order: the batch.
  id TEXT NOT NULL UNIQUE,
  -- order, instructions, acknowledgement, produced, mailed, returned.
  kind TEXT NOT NULL,
  on_day TEXT NOT NULL,
  -- SHA-256 of the bytes.
  file TEXT NOT NULL,
  rows INTEGER NOT NULL,
  -- Of an answer: what was taken and refused.
  taken INTEGER,
  refused INTEGER
) STRICT;

-- Which person a line of a batch is.
CREATE TABLE card_order (
  batch TEXT NOT NULL,
  line INTEGER NOT NULL,
  confirmation TEXT NOT NULL,
  -- The event that ordered it.
  event TEXT NOT NULL,
  PRIMARY KEY (batch, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_order_confirmation ON card_order(confirmation);

-- Numbers of electronic confirmations: those withdrawn are refused where papers are verified.
CREATE TABLE ecopr (
  number TEXT PRIMARY KEY,
  confirmation TEXT NOT NULL,
  withdrawn INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ecopr_confirmation ON ecopr(confirmation);
