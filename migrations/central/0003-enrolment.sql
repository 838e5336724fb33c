-- One-time codes of offices (by their SHA-256), and the central's own signing key.

CREATE TABLE enrol_code (
  code_hash bytea PRIMARY KEY,
  office text NOT NULL,
  made timestamptz NOT NULL,
  expires timestamptz NOT NULL,
  used_by uuid
);

CREATE TABLE signing_key (
  one boolean PRIMARY KEY CHECK (one),
  public_key bytea NOT NULL,
  -- Seed of the private key, under the key file.
  wrapped bytea NOT NULL
);

ALTER TABLE device ADD COLUMN revoked_why text;
ALTER TABLE erased ADD COLUMN certificate jsonb;
