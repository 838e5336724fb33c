-- Limits one by one, for reports and reminders: they stay when a later decision sets the limits of the claim anew.

CREATE TABLE claim_limit (
  claim TEXT NOT NULL,
  rule TEXT NOT NULL,
  -- The day from which it counts.
  counted_from TEXT NOT NULL,
  due TEXT NOT NULL,
  -- The day as it was first set, if it was extended.
  original TEXT,
  -- The day on which what it asks for was received or done.
  met TEXT,
  -- open, met, ended: it counts no more, and nobody was late.
  state TEXT NOT NULL CHECK (state IN ('open', 'met', 'ended')),
  PRIMARY KEY (claim, rule, counted_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_limit_due ON claim_limit (due, state);

INSERT INTO claim_limit (claim, rule, counted_from, due, original, met, state)
SELECT
  claim.id,
  json_extract(each.value, '$.rule'),
  json_extract(each.value, '$.trigger'),
  json_extract(each.value, '$.due'),
  NULL,
  json_extract(each.value, '$.met'),
  CASE
    WHEN json_extract(each.value, '$.superseded') THEN 'ended'
    WHEN json_extract(each.value, '$.met') IS NOT NULL THEN 'met'
    ELSE 'open'
  END
FROM claim, json_each(claim.deadlines) AS each
WHERE coalesce(json_extract(each.value, '$.effect'), 0) = 0
ON CONFLICT DO NOTHING;

-- Reminders that went out: a rung of a ladder once for each limit.
CREATE TABLE deadline_reminder (
  claim TEXT NOT NULL,
  rule TEXT NOT NULL,
  due TEXT NOT NULL,
  rung INTEGER NOT NULL,
  sent_on TEXT NOT NULL,
  PRIMARY KEY (claim, rule, due, rung)
) STRICT, WITHOUT ROWID;
