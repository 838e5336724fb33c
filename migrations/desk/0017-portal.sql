-- What people sent through the portal, and the messages between them and the office.

-- A claim that came through the portal.
CREATE TABLE portal_claim (
  claim TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  draft TEXT NOT NULL,
  language TEXT NOT NULL,
  -- JSON: kind and number of the document that the account was opened with.
  document TEXT NOT NULL,
  people INTEGER NOT NULL,
  sent_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Evidence, photos and corrections as they were sent, in the order of the log.
CREATE TABLE portal_item (
  n INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  item TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('evidence', 'photo', 'correction')),
  -- JSON: the body of the event.
  body TEXT NOT NULL,
  -- waiting: nobody has done anything about it; taken: became a photo; accepted, declined: a correction was answered.
  state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'accepted', 'declined', 'replaced')),
  answered_by TEXT,
  reason TEXT,
  answered_on TEXT,
  UNIQUE (claim, item)
) STRICT;
CREATE INDEX portal_item_waiting ON portal_item (kind, n) WHERE state = 'waiting';

CREATE TABLE message (
  n INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  message TEXT NOT NULL,
  thread TEXT NOT NULL,
  sender TEXT NOT NULL CHECK (sender IN ('office', 'claimant')),
  officer TEXT,
  at_ms INTEGER NOT NULL,
  sent_on TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  template TEXT,
  -- JSON
  files TEXT NOT NULL,
  action TEXT,
  due TEXT,
  read_on TEXT,
  acknowledged_on TEXT,
  settled_on TEXT,
  UNIQUE (claim, message)
) STRICT;
CREATE INDEX message_unread ON message (n) WHERE sender = 'claimant' AND read_on IS NULL;
CREATE INDEX message_asked ON message (due) WHERE action IS NOT NULL AND settled_on IS NULL;

-- Whom no notice reaches: until somebody reaches them, none counts as served.
CREATE TABLE unreachable (
  claim TEXT PRIMARY KEY,
  since TEXT NOT NULL,
  how TEXT NOT NULL,
  code TEXT,
  message TEXT
) STRICT, WITHOUT ROWID;
