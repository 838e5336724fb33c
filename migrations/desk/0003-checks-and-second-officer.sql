-- The facts under an override, the checks of a claim, and decisions that wait for a second officer: projections of the log.

-- Facts that the overridden finding rested on, as JSON; NULL for overrides of before, which stand beside any facts.
ALTER TABLE finding_override ADD COLUMN facts TEXT;

-- The latest result of each check: removal order, biometrics, police, prior claims.
CREATE TABLE claim_check (
  claim TEXT NOT NULL,
  name TEXT NOT NULL,
  result TEXT NOT NULL,
  -- 1: something was found; 0: nothing; NULL: not done, or no question of finding.
  found INTEGER,
  note TEXT,
  officer TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (claim, name)
) STRICT, WITHOUT ROWID;

-- The proposal that waits for a second officer, as JSON; NULL when none does.
ALTER TABLE claim ADD COLUMN proposal TEXT;
