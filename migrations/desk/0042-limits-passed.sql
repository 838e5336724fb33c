-- Referred claims of which a limit has passed, in the order of its day: read and counted from this alone.
CREATE INDEX claim_referred_deadline ON claim (next_deadline, n, id, state, owner) WHERE state = 'referred' AND next_deadline IS NOT NULL;
