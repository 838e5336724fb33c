-- Who looked at what is withheld, when, and what was done about it: it stays withheld, and is no longer listed as waiting.
ALTER TABLE quarantine ADD COLUMN looked_by text, ADD COLUMN looked_at timestamptz, ADD COLUMN outcome text;
