-- Notes as they are searched: without accents and case. A rebuild fills it for those that are there.
ALTER TABLE claim_note ADD COLUMN folded TEXT NOT NULL DEFAULT '';
