-- The print queue of this desk: work that is left, not the record. What became of a sheet stands in the log.

CREATE TABLE print_job (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The paper; a later job for it takes the place of an ended one.
  document TEXT NOT NULL UNIQUE,
  -- waiting, printing (also: the desk stopped meanwhile), sent, failed.
  state TEXT NOT NULL,
  -- Code of the failure.
  failure TEXT,
  added_ms INTEGER NOT NULL
) STRICT;
