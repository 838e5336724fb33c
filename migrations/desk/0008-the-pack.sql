-- The pack of papers: what each paper speaks of, why the printer did not take it, and its copies with a signature.

-- Held documents on a notice of seizure, numbers on a cover, `stand_in` for a letter in a document's place: JSON; NULL for none.
ALTER TABLE document ADD COLUMN about TEXT;
-- Code of the failure of the last attempt to print; NULL once the printer took it.
ALTER TABLE document ADD COLUMN not_printed TEXT;
-- Pictures of the sheet with its signature, oldest first, as JSON.
ALTER TABLE document ADD COLUMN signed TEXT NOT NULL DEFAULT '[]';
