-- The waiting room, families and lanes: projections of the record log.

-- A party that came in: one person or a family. Its claims carry its id as their family.
CREATE TABLE arrival (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  arrived_ms INTEGER NOT NULL,
  adults INTEGER NOT NULL,
  children INTEGER NOT NULL,
  minor_alone INTEGER NOT NULL,
  vulnerable TEXT NOT NULL,
  language TEXT,
  name TEXT,
  note TEXT,
  -- The officer who has the party; null while nobody does.
  holder TEXT,
  -- waiting (in the hall or at a counter), left, done
  stage TEXT NOT NULL,
  -- Fields that several desks set differently, the holder among them.
  conflicts INTEGER NOT NULL
) STRICT;
CREATE INDEX arrival_stage ON arrival(stage, arrived_ms);

CREATE TABLE family_member (
  claim TEXT PRIMARY KEY,
  -- When the claim joined: the order of the family.
  n INTEGER NOT NULL,
  family TEXT NOT NULL,
  principal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX family_member_family ON family_member(family, n);

CREATE TABLE claim_lane (
  claim TEXT PRIMARY KEY,
  lane TEXT NOT NULL,
  low_risk INTEGER NOT NULL,
  low_need INTEGER NOT NULL,
  reason TEXT NOT NULL,
  officer TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  -- The office's day: what is left to the portal is due from it.
  chosen_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
