-- The confirmation of permanent residence: accounts that officers open, their sessions, photos not sent yet. Additive from here on.

-- Photos and appointments by the application or the confirmation (`owner`) that they say they are of.
CREATE TABLE confirmation_subject (
  stream uuid NOT NULL,
  owner uuid NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  PRIMARY KEY (stream, owner, kind, subject)
);

CREATE TABLE confirmation_account (
  confirmation uuid PRIMARY KEY,
  stream uuid NOT NULL,
  office text NOT NULL,
  user_name text NOT NULL UNIQUE,
  -- scrypt with its cost and salt, of the password that holds; null while there is none.
  password text,
  -- Last day of a temporary one, by the office's calendar; null once it is the person's own.
  valid_until text
);

-- Who is signed in, by the digest of what the service was given.
CREATE TABLE confirmation_session (
  token_hash bytea PRIMARY KEY,
  confirmation uuid NOT NULL,
  service uuid NOT NULL,
  expires timestamptz NOT NULL
);
CREATE INDEX confirmation_session_of ON confirmation_session (confirmation);
CREATE INDEX confirmation_session_expires ON confirmation_session (expires);

-- The photo that somebody chose and has not sent yet: the last one replaces those before.
CREATE TABLE confirmation_photo (
  confirmation uuid PRIMARY KEY,
  sha bytea NOT NULL CHECK (length(sha) = 32),
  size bigint NOT NULL,
  mime text NOT NULL,
  chosen timestamptz NOT NULL
);

-- A mail that was in a process's hand when it stopped may have gone out: it goes again, and says so.
ALTER TABLE mail ADD COLUMN in_hand boolean NOT NULL DEFAULT false;
ALTER TABLE mail ADD COLUMN again boolean NOT NULL DEFAULT false;
