-- Confirmation of permanent residence: one row a person, and the queues that they stand in.

CREATE TABLE confirmation (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  office TEXT NOT NULL,
  client_id TEXT NOT NULL,
  application_number TEXT NOT NULL,
  -- One id for a family; somebody alone is a family of one.
  family TEXT NOT NULL,
  -- Family name and given names, folded: what a search by name compares.
  sort_name TEXT NOT NULL,
  -- The step of the state table.
  step TEXT NOT NULL,
  -- The application of the photos module.
  photos TEXT,
  -- The name of the portal account.
  user_name TEXT,
  -- The profile of the same client ID that came first.
  duplicate_of TEXT,
  -- Everything else that is known, as JSON.
  facts TEXT NOT NULL,
  touched_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX confirmation_client ON confirmation(client_id, n);
CREATE INDEX confirmation_application ON confirmation(application_number, n);
CREATE INDEX confirmation_family ON confirmation(family, n);
CREATE INDEX confirmation_name ON confirmation(sort_name, n);
CREATE INDEX confirmation_step ON confirmation(step, n);
CREATE INDEX confirmation_photos ON confirmation(photos) WHERE photos IS NOT NULL;
CREATE INDEX confirmation_user_name ON confirmation(user_name) WHERE user_name IS NOT NULL;
CREATE INDEX confirmation_duplicate ON confirmation(duplicate_of, n) WHERE duplicate_of IS NOT NULL;

-- Who stands in which queue, from which day of the office on.
CREATE TABLE confirmation_place (
  queue TEXT NOT NULL,
  from_day TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (queue, from_day, n)
) STRICT, WITHOUT ROWID;

-- How many join each queue on each day: the numbers beside the queues.
CREATE TABLE confirmation_count (
  queue TEXT NOT NULL,
  from_day TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (queue, from_day)
) STRICT, WITHOUT ROWID;

-- Whose photos those of a client ID are, when that client's confirmation is taken in.
CREATE INDEX photo_application_client ON photo_application(client_id, n) WHERE client_id IS NOT NULL;
