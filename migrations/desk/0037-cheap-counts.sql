-- The numbers beside the queues are read from indexes alone: a row of a claim or a message is as wide as a page.

-- What a queue asks of a claim that it found through something else.
CREATE INDEX claim_standing ON claim (id, state, owner);
-- Of the few that are open, where only those count.
CREATE INDEX claim_open ON claim (id, state, owner) WHERE state IN ('intake', 'undecided', 'suspended', 'ineligible_proposed');
DROP INDEX claim_unowned;
CREATE INDEX claim_unowned ON claim (opened_ms, n, id, state, owner) WHERE owner = '' AND state IN ('intake', 'undecided', 'suspended', 'ineligible_proposed');
DROP INDEX claim_intake;
CREATE INDEX claim_intake ON claim (opened_ms, n, id, state, owner) WHERE state = 'intake' AND owner <> '';
DROP INDEX claim_undecided;
CREATE INDEX claim_undecided ON claim (opened_ms, n, id, state, owner) WHERE state = 'undecided';
DROP INDEX claim_open_deadline;
CREATE INDEX claim_open_deadline ON claim (next_deadline, n, id, state, owner) WHERE state IN ('intake', 'undecided', 'suspended', 'ineligible_proposed') AND next_deadline IS NOT NULL;
DROP INDEX claim_passed;
CREATE INDEX claim_passed ON claim (opened_ms, n, id, state, owner, conflicts, passed_on) WHERE state IN ('intake', 'undecided') AND passed_on IS NOT NULL;
DROP INDEX claim_review_missing;
CREATE INDEX claim_review_missing ON claim_review (received_on, claim, missing) WHERE missing IS NOT NULL;
DROP INDEX appointment_booked;
CREATE INDEX appointment_booked ON appointment (date, n, about_id, state) WHERE state = 'booked';
DROP INDEX document_left;
CREATE INDEX document_left ON document (reserved_ms, id, claim, state, replaced_by) WHERE state IN ('reserved', 'sent', 'spoiled') AND replaced_by IS NULL;
DROP INDEX message_waits;
CREATE INDEX message_waits ON message (at_ms, n, claim, sender, read_on) WHERE sender = 'claimant' AND read_on IS NULL;
DROP INDEX partner_request_awaited;
CREATE INDEX partner_request_awaited ON partner_request (due, n, claim, purpose, result)
  WHERE result IS NULL AND purpose IN ('security', 'criminality', 'biometrics_match', 'earlier_claim_abroad');

-- What lies between a claim and its decision, one probe for each question.
CREATE INDEX appointment_standing ON appointment (about_id, kind, state);
CREATE INDEX partner_request_standing ON partner_request (claim, purpose, result);
CREATE INDEX interview_note_standing ON interview_note (claim, state);
