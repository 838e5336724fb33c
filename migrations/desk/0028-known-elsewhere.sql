-- What the central found: the person of this claim is known at another office, by the same paper or client number.
CREATE TABLE known_elsewhere (
  n INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  event TEXT NOT NULL,
  -- Key of the other office in ports-of-entry.ts, and by what: document, client.
  office TEXT NOT NULL,
  way TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX known_elsewhere_claim ON known_elsewhere (claim);
