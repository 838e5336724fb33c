-- Lists of field names that many events hold, each once: a claim written down whole holds forty, which were most of its row
-- in field_holder. `name` follows from the list, so that it is the same on every desk. A rebuild fills it.
CREATE TABLE field_list (
  name TEXT PRIMARY KEY,
  fields TEXT NOT NULL
) STRICT, WITHOUT ROWID;
