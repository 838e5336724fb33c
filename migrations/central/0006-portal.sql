-- The portal: services that speak for people, their accounts, drafts, claims and files. Additive from here on.

-- A service that authenticates people; it shows its credential with every request. Only the hash is kept.
CREATE TABLE portal_service (
  service uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  credential_hash bytea NOT NULL UNIQUE,
  made timestamptz NOT NULL,
  revoked timestamptz
);

-- The central as an author: its key in each history of the database, so that a restored one never forks a chain.
CREATE TABLE portal_device (
  epoch uuid PRIMARY KEY,
  device uuid NOT NULL,
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  wrapped bytea NOT NULL
);

-- A person, as the service knows them. What identifies them is sealed under a key of their own.
CREATE TABLE portal_account (
  account uuid PRIMARY KEY,
  service uuid NOT NULL,
  reference text NOT NULL,
  sealed bytea NOT NULL,
  made timestamptz NOT NULL,
  UNIQUE (service, reference)
);

-- Keys of accounts and drafts, wrapped by the key file. Destroyed with what they seal: keep this table's backups short.
CREATE TABLE portal_key (
  id uuid PRIMARY KEY,
  wrapped bytea NOT NULL
);

-- One open draft an account; a purged or submitted one keeps its number and nothing else.
CREATE TABLE portal_draft (
  draft uuid PRIMARY KEY,
  account uuid NOT NULL,
  number text NOT NULL UNIQUE,
  started timestamptz NOT NULL,
  saved timestamptz NOT NULL,
  sealed bytea,
  -- 0, 75 or 85: the last day on which the person was warned.
  warned int NOT NULL DEFAULT 0,
  ended text CHECK (ended IN ('submitted', 'purged', 'deleted'))
);
CREATE INDEX portal_draft_account ON portal_draft (account);
CREATE INDEX portal_draft_open ON portal_draft (started) WHERE ended IS NULL;

CREATE TABLE portal_claim (
  claim uuid PRIMARY KEY,
  account uuid NOT NULL,
  draft uuid NOT NULL,
  stream uuid NOT NULL,
  office text NOT NULL,
  person uuid NOT NULL,
  application_number text NOT NULL,
  submitted timestamptz NOT NULL
);
CREATE INDEX portal_claim_account ON portal_claim (account);

-- Files that came through the portal, by account: only its own may be named in what it sends.
CREATE TABLE portal_file (
  account uuid NOT NULL,
  office text NOT NULL,
  sha bytea NOT NULL CHECK (length(sha) = 32),
  size bigint NOT NULL,
  mime text NOT NULL,
  uploaded timestamptz NOT NULL,
  PRIMARY KEY (account, office, sha)
);

-- Numbers of applications in the hand of the portal: the rest of the last lease.
CREATE TABLE portal_number (
  series text PRIMARY KEY,
  prefix text NOT NULL,
  width int NOT NULL,
  next bigint NOT NULL,
  last bigint NOT NULL
);

-- Photos, papers and the like that belong to a claim: what happens to them is part of what its person is shown.
CREATE TABLE claim_subject (
  stream uuid NOT NULL,
  claim uuid NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  PRIMARY KEY (stream, claim, kind, subject)
);
