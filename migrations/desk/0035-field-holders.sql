-- Multi-value registers, one row for each event that holds any field of a subject, and not one for each field of each
-- event (field_head, empty from now on): a claim written down whole holds forty. `fields` is a JSON list of those that the
-- event still holds, in order. A rebuild fills it.
CREATE TABLE field_holder (
  subject INTEGER NOT NULL REFERENCES subject (n),
  event BLOB NOT NULL,
  hlc_ms INTEGER NOT NULL,
  hlc_counter INTEGER NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (subject, event)
) STRICT, WITHOUT ROWID;
