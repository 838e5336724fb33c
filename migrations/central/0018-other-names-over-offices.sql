-- A person under another name is the same person: sounds of maiden names, other spellings and the rest, beside those of the name.
ALTER TABLE identity_name ADD COLUMN other_family bytea[], ADD COLUMN other_given bytea[];
