-- Notices by e-mail: what waits to be sent, and what became of it. Additive from here on.

CREATE TABLE mail (
  -- Also the local part of its Message-ID, and its envelope id.
  mail uuid PRIMARY KEY,
  -- What it announces: nothing is announced twice.
  key text NOT NULL UNIQUE,
  -- Of which record, when it is of one: a refusal becomes an event there.
  office text,
  stream uuid,
  kind text,
  subject uuid,
  message uuid,
  -- Address and words, under a key of their own; gone once it is sent or given up.
  sealed bytea,
  queued timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused', 'bounced')),
  tries int NOT NULL DEFAULT 0,
  -- When it may be tried (again). Claiming it moves this on, so that a process that dies leaves it to the next.
  due timestamptz NOT NULL,
  -- The last answer: an SMTP code such as `550 5.1.1`, or a code of the connection.
  code text,
  ended timestamptz,
  CHECK ((office IS NULL) = (subject IS NULL))
);
CREATE INDEX mail_due ON mail (due) WHERE state = 'waiting';
CREATE INDEX mail_ended ON mail (ended) WHERE ended IS NOT NULL;
CREATE INDEX mail_subject ON mail (subject) WHERE subject IS NOT NULL;
