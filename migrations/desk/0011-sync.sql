-- What the central has placed, in the order in which this desk took it into account. Whatever is not in here is this
-- desk's own tail: it takes effect after everything that is placed.
CREATE TABLE placed (
  n INTEGER PRIMARY KEY,
  event INTEGER NOT NULL UNIQUE REFERENCES event (position),
  stream INTEGER NOT NULL REFERENCES party (n),
  position INTEGER NOT NULL CHECK (position > 0),
  verdict TEXT NOT NULL CHECK (verdict IN ('ok', 'superseded', 'flagged', 'quarantined')),
  why TEXT,
  UNIQUE (stream, position)
) STRICT;
CREATE INDEX placed_not_ok ON placed (n) WHERE verdict <> 'ok';

-- How to take back what the tail did to the projections, while others' events may still come before it. Emptied as
-- events are placed. `event`: the position of the event that did it.
CREATE TABLE undo (
  n INTEGER PRIMARY KEY,
  event INTEGER NOT NULL,
  place TEXT NOT NULL,
  row TEXT NOT NULL,
  statement TEXT NOT NULL
) STRICT;
CREATE INDEX undo_event ON undo (event);

-- Who holds each decision that is taken once (shared/sync/guarded.ts). Follows from the log.
CREATE TABLE slot (
  name TEXT PRIMARY KEY,
  event BLOB NOT NULL CHECK (length(event) = 16)
) STRICT, WITHOUT ROWID;

-- Whose block it is: only the desk that it was granted to hands out its numbers. NULL: from before desks synced.
ALTER TABLE number_block ADD COLUMN device BLOB;
