-- Requests to partners that await an answer, those overdue first: the others are told something and nothing more.
DROP INDEX partner_request_open;
CREATE INDEX partner_request_awaited ON partner_request (due, n)
  WHERE result IS NULL AND purpose IN ('security', 'criminality', 'biometrics_match', 'earlier_claim_abroad');

-- The day of the passed preliminary review, beside the state: what is ready to be referred is found by it.
ALTER TABLE claim ADD COLUMN passed_on TEXT;
UPDATE claim SET passed_on =
  (SELECT json_extract(claim_casework.passed, '$.on') FROM claim_casework WHERE claim_casework.claim = claim.id)
WHERE id IN (SELECT claim FROM claim_casework WHERE passed IS NOT NULL);
CREATE INDEX claim_passed ON claim (opened_ms, n) WHERE state IN ('intake', 'undecided') AND passed_on IS NOT NULL;

-- More time that was asked for, and what became of it. One whose limit no longer runs waits for nothing.
CREATE TABLE extension_request (
  n INTEGER PRIMARY KEY,
  request TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL,
  rule TEXT NOT NULL,
  -- The day that was asked for, if one was named.
  wished TEXT,
  asker TEXT NOT NULL,
  reason TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'given', 'declined'))
) STRICT;
CREATE INDEX extension_request_claim ON extension_request (claim, n);
CREATE INDEX extension_request_open ON extension_request (asked_on, n) WHERE state = 'open';

-- No queue goes by checks of the office that are pending.
DROP INDEX claim_check_pending;
