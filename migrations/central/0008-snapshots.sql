-- The latest snapshot of each stream and form: what a desk that joins takes instead of reading every event. Its parts are
-- files (`blob_ref` of kind `snapshot`), sealed under a key that goes with the row as soon as any record is erased.
CREATE TABLE snapshot (
  stream uuid NOT NULL,
  format text NOT NULL,
  id uuid NOT NULL,
  epoch uuid NOT NULL,
  position bigint NOT NULL,
  device uuid NOT NULL,
  wrapped bytea NOT NULL,
  parts jsonb NOT NULL,
  signature bytea NOT NULL,
  made timestamptz NOT NULL,
  PRIMARY KEY (stream, format)
);
