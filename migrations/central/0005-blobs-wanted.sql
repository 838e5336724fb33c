-- Files that records of an office name and that are not here, or not any more: desks are asked for them.

CREATE TABLE blob_wanted (
  office text NOT NULL,
  sha bytea NOT NULL CHECK (length(sha) = 32),
  since timestamptz NOT NULL,
  PRIMARY KEY (office, sha)
);

-- What a device brought, for its share; what was stored long ago, for the sweep of what nothing names.
CREATE INDEX blob_device ON blob (device, stored);
CREATE INDEX blob_stored ON blob (stored);
