-- The review of a claim: what it opened, whether the claim was withdrawn, what partners were asked, interviews, samples.

CREATE TABLE claim_casework (
  claim TEXT PRIMARY KEY,
  -- JSON: the day of the passed preliminary review and what it opened.
  passed TEXT,
  -- JSON: the day of the withdrawal, how, why, by whom.
  withdrawn TEXT
) STRICT, WITHOUT ROWID;

-- What was asked of partners. The fields, the authority and the day are the ledger of what was given to whom.
CREATE TABLE partner_request (
  n INTEGER PRIMARY KEY,
  request TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL,
  person TEXT NOT NULL,
  partner TEXT NOT NULL,
  purpose TEXT NOT NULL,
  -- JSON: names of the fields that were given.
  fields TEXT NOT NULL,
  authority TEXT NOT NULL,
  consent TEXT NOT NULL,
  rules TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  due TEXT NOT NULL,
  -- clear, hit, inconclusive; null: no answer yet.
  result TEXT,
  note TEXT,
  answered_on TEXT,
  answered_by TEXT
) STRICT;
CREATE INDEX partner_request_claim ON partner_request (claim, n);
CREATE INDEX partner_request_person ON partner_request (person, n);
CREATE INDEX partner_request_open ON partner_request (due, n) WHERE result IS NULL;

-- Notes of interviews: questions of a template, answers, and where the interview stands.
CREATE TABLE interview_note (
  n INTEGER PRIMARY KEY,
  notes TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL,
  template TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'suspended', 'closed')),
  -- JSON: question and text.
  answers TEXT NOT NULL,
  began_on TEXT NOT NULL,
  on_day TEXT NOT NULL,
  -- Of one that was suspended: why.
  reason TEXT,
  officer TEXT NOT NULL
) STRICT;
CREATE INDEX interview_note_claim ON interview_note (claim, n);

-- Decisions of the random sample that a supervisor looked at.
CREATE TABLE quality_review (
  claim TEXT NOT NULL,
  -- When the decision was taken, ms since 1970-01-01T00:00Z, by the author's clock.
  decided_ms INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL,
  on_day TEXT NOT NULL,
  officer TEXT NOT NULL,
  PRIMARY KEY (claim, decided_ms)
) STRICT, WITHOUT ROWID;
