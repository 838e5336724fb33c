-- Queues are asked, never kept: an index for each, in the order in which the queue is worked.

CREATE INDEX claim_unowned ON claim (opened_ms, n) WHERE owner = '' AND state IN ('intake', 'undecided', 'suspended', 'ineligible_proposed');
CREATE INDEX claim_intake ON claim (opened_ms, n) WHERE state = 'intake' AND owner <> '';
CREATE INDEX claim_undecided ON claim (opened_ms, n, id) WHERE state = 'undecided';
CREATE INDEX claim_open_deadline ON claim (next_deadline, n) WHERE state IN ('intake', 'undecided', 'suspended', 'ineligible_proposed') AND next_deadline IS NOT NULL;
CREATE INDEX claim_to_issue ON claim (updated_ms, n) WHERE state = 'referred' AND document_number IS NULL;
CREATE INDEX claim_review_missing ON claim_review (received_on, claim) WHERE missing IS NOT NULL;
CREATE INDEX claim_check_pending ON claim_check (at_ms, claim) WHERE result = 'pending';
CREATE INDEX appointment_booked ON appointment (date, n) WHERE state = 'booked';
CREATE INDEX document_left ON document (reserved_ms, id) WHERE state IN ('reserved', 'sent', 'spoiled') AND replaced_by IS NULL;
CREATE INDEX message_waits ON message (at_ms, n) WHERE sender = 'claimant' AND read_on IS NULL;
CREATE INDEX portal_item_waits ON portal_item (json_extract(body, '$.on'), n) WHERE state = 'waiting';
CREATE INDEX unreachable_since ON unreachable (since, claim);
