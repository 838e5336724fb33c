-- Numbers of the passports and identity papers that a claim says: typed at intake, or with which its account in the portal
-- was opened. Of the claim, so that they follow it to whoever its person is found to be. A rebuild fills it.
CREATE TABLE claim_paper (
  number TEXT NOT NULL,
  claim TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (number, claim, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_paper_claim ON claim_paper (claim);

-- The numbers of a person: asked each time that a claim is opened on the screen, which read the numbers of everybody.
CREATE INDEX number_index_person ON number_index (person_n, kind);
