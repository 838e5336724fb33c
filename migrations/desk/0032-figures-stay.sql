-- Figures of a past month stay as they were, whatever becomes of a claim later: decisions are counted by what was decided
-- on their day, and a limit that ended after its day was missed all the same.
DROP INDEX claim_decided_on;
CREATE INDEX claim_decided_on ON claim (json_extract(decision, '$.decisionDate'), json_extract(decision, '$.outcome'))
  WHERE decision IS NOT NULL;
CREATE INDEX claim_reopened ON claim (n) WHERE earlier_decisions <> '[]';

-- The day on which it ended without being met; none for those that ended before this was kept.
ALTER TABLE claim_limit ADD COLUMN ended_on TEXT;
