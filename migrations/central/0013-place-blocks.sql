-- Digests of order and verdicts, a whole block of places each (placesInBlock of shared/sync/snapshot.ts): what stands in
-- them never changes.
CREATE TABLE place_block (
  stream uuid NOT NULL,
  block bigint NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (stream, block)
);
