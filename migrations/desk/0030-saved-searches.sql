-- Lists that officers come back to: their own, or of the whole office. `filter` holds JSON.
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  officer TEXT NOT NULL,
  shared INTEGER NOT NULL,
  name TEXT NOT NULL,
  filter TEXT NOT NULL
) STRICT, WITHOUT ROWID;
