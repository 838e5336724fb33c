-- What is counted by day: decisions that stand, and who came to appointments.
CREATE INDEX claim_decided_on ON claim (json_extract(decision, '$.decisionDate'), state) WHERE decision IS NOT NULL;
CREATE INDEX appointment_outcome ON appointment (date, state) WHERE state IN ('attended', 'late', 'no_show');
