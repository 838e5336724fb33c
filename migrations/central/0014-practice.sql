-- Is this central for practice? Chosen at its first start, and never after: people who are played, and partners who are,
-- must not come among those who are real. Null until then; a central from before is live.
ALTER TABLE service ADD COLUMN practice boolean;
