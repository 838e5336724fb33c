-- Blocks of numbers, pictures and papers, what the central says each night, and the trust bundle.

-- Where each series goes on. `prefix` and `width` are those of the numbers; `block` is how many a lease takes.
CREATE TABLE series (
  series text PRIMARY KEY,
  prefix text NOT NULL,
  next bigint NOT NULL,
  width int NOT NULL,
  block int NOT NULL
);
INSERT INTO series (series, prefix, next, width, block) VALUES
  ('document', 'R', 500000001, 9, 200),
  ('client', '', 5000000001, 10, 500),
  ('application', 'W', 500000001, 9, 500);

-- A number is given out once: no two leases of a series begin at the same place, and each begins behind the last.
CREATE TABLE lease (
  series text NOT NULL,
  first bigint NOT NULL,
  last bigint NOT NULL CHECK (last >= first),
  prefix text NOT NULL,
  width int NOT NULL,
  device uuid NOT NULL,
  req uuid NOT NULL UNIQUE,
  granted timestamptz NOT NULL,
  expires timestamptz NOT NULL,
  PRIMARY KEY (series, first)
);

-- Numbers that claims and people bear, as events say: whoever comes second with one is flagged.
CREATE TABLE number_used (
  series text NOT NULL,
  number text NOT NULL,
  owner uuid NOT NULL,
  PRIMARY KEY (series, number)
);

-- Files whose every byte is here and was checked; the bytes lie in the blob store. An office may read what it brought.
CREATE TABLE blob (
  office text NOT NULL,
  sha bytea NOT NULL CHECK (length(sha) = 32),
  size bigint NOT NULL,
  device uuid NOT NULL,
  stored timestamptz NOT NULL,
  PRIMARY KEY (office, sha)
);

CREATE TABLE checkpoint (
  stream uuid NOT NULL,
  pos bigint NOT NULL,
  hash bytea NOT NULL,
  at timestamptz NOT NULL,
  statement jsonb NOT NULL,
  PRIMARY KEY (stream, pos)
);

CREATE TABLE trust_bundle (
  version int PRIMARY KEY,
  file text NOT NULL,
  published timestamptz NOT NULL
);

-- Which records name which files: a file goes when the last of them is erased.
CREATE TABLE blob_ref (
  office text NOT NULL,
  sha bytea NOT NULL,
  stream uuid NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  PRIMARY KEY (office, sha, stream, kind, subject)
);
CREATE INDEX blob_ref_subject ON blob_ref (stream, subject);
