-- Other names of a person, as JSON: searches look at them too.
ALTER TABLE person ADD COLUMN aliases TEXT;
