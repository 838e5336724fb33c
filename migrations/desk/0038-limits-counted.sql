-- The limits of one rule in a period are counted from this alone: what became of each stands in it.
CREATE INDEX claim_limit_counted ON claim_limit (rule, state, due, met, ended_on, original);
