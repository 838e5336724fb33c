-- Streams of events, the devices that write them, and what is folded from them to judge the next ones.
-- The stream is in every key, so that a distributed engine can split by it. No sequence gives an order: positions come
-- from the row of their stream, in the transaction that writes the events, so a reader never skips one.

CREATE TABLE stream (
  stream uuid PRIMARY KEY,
  -- Slug of the office. Desks that were set up alone bring a stream each; the office sees all of its streams.
  office text NOT NULL,
  head bigint NOT NULL DEFAULT 0
);
CREATE INDEX stream_office ON stream (office);

CREATE TABLE device (
  device uuid PRIMARY KEY,
  office text NOT NULL,
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  status text NOT NULL CHECK (status IN ('waiting', 'active', 'revoked')),
  enrolled timestamptz NOT NULL,
  -- Who said yes, or no more: an officer, or the words of the administrator's command.
  approved_by text,
  revoked timestamptz,
  seen timestamptz
);
CREATE INDEX device_office ON device (office);

CREATE TABLE event (
  stream uuid NOT NULL,
  pos bigint NOT NULL,
  id uuid NOT NULL,
  device uuid NOT NULL,
  sequence bigint NOT NULL,
  actor uuid NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  type text NOT NULL,
  version int NOT NULL,
  visibility text NOT NULL,
  at_ms bigint NOT NULL,
  hlc_ms bigint NOT NULL,
  hlc_counter int NOT NULL,
  bases jsonb NOT NULL,
  -- Salt and body under the key of the subject; NULL once erased, or when the desk sent none.
  sealed bytea,
  commitment bytea NOT NULL,
  hash bytea NOT NULL,
  verdict text NOT NULL,
  why text,
  received timestamptz NOT NULL,
  PRIMARY KEY (stream, pos),
  UNIQUE (stream, id),
  UNIQUE (stream, device, sequence)
);
CREATE INDEX event_subject ON event (stream, subject);

-- The end of each chain.
CREATE TABLE device_head (
  stream uuid NOT NULL,
  device uuid NOT NULL,
  sequence bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (stream, device)
);

-- What devices vouched for: a signature over the last hash of a pushed batch.
CREATE TABLE batch (
  stream uuid NOT NULL,
  pos bigint NOT NULL,
  device uuid NOT NULL,
  sequence bigint NOT NULL,
  hash bytea NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (stream, pos)
);

-- Guarded decisions: who holds each.
CREATE TABLE slot (
  stream uuid NOT NULL,
  slot text NOT NULL,
  event uuid NOT NULL,
  PRIMARY KEY (stream, slot)
);

-- What officers may do, folded from officer.* events; `grants` is a list, the latest last.
CREATE TABLE officer (
  office text NOT NULL,
  officer uuid NOT NULL,
  grants jsonb NOT NULL,
  PRIMARY KEY (office, officer)
);

-- Events whose body is withheld, until a supervisor has looked.
CREATE TABLE quarantine (
  stream uuid NOT NULL,
  pos bigint NOT NULL,
  device uuid NOT NULL,
  why text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (stream, pos)
);

-- Keys of the subjects' bodies, wrapped by the key file. Destroyed with the bodies, which makes them unreadable in the
-- write-ahead log and in backups too: keep this table's backups short.
CREATE TABLE subject_key (
  stream uuid NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (stream, kind, subject)
);

CREATE TABLE erased (
  stream uuid NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  event uuid NOT NULL,
  bodies int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (stream, kind, subject)
);

-- Tells whether the key file is the one that this database was filled with.
CREATE TABLE key_check (
  one boolean PRIMARY KEY CHECK (one),
  wrapped bytea NOT NULL
);
