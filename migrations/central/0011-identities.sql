-- Keyed digests of the papers and client numbers of people, so that one who comes to two offices is found. Nobody without
-- the key file can tell from one what it stands for. They go with the person's record.
CREATE TABLE identity (
  digest bytea NOT NULL CHECK (length(digest) = 32),
  stream uuid NOT NULL,
  person uuid NOT NULL,
  claim uuid,
  way text NOT NULL,
  PRIMARY KEY (digest, stream, person)
);
CREATE INDEX identity_person ON identity (stream, person);

-- Two people of two offices who have one in common, and whether the desks of the first were told of the second.
CREATE TABLE identity_match (
  stream uuid NOT NULL,
  claim uuid NOT NULL,
  other uuid NOT NULL,
  way text NOT NULL,
  found timestamptz NOT NULL,
  told timestamptz,
  PRIMARY KEY (stream, claim, other, way)
);
CREATE INDEX identity_match_untold ON identity_match (found) WHERE told IS NULL;
