-- Keyed digests of how the names of people sound and of their birth dates, so that one who comes to two offices without a
-- paper is found. Nobody without the key file can tell from one what it stands for. They go with the person's record.
CREATE TABLE identity_name (
  stream uuid NOT NULL,
  person uuid NOT NULL,
  claim uuid,
  -- Sounds of the words of each; null is not said yet, empty is left empty.
  family bytea[],
  given bytea[],
  birth bytea CHECK (length(birth) IN (0, 32)),
  -- Whether the birth date is a whole one and not a first of January, which stands for a day that nobody recorded.
  whole boolean,
  changed timestamptz NOT NULL,
  PRIMARY KEY (stream, person)
);
CREATE INDEX identity_name_birth ON identity_name (birth) WHERE length(birth) = 32;
CREATE INDEX identity_name_changed ON identity_name (changed);
