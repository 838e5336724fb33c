-- E-mail addresses of representatives, as claims and officers name them: no account of a person is opened upon one.
CREATE TABLE representative_email (
  n INTEGER PRIMARY KEY,
  -- Lower case.
  email TEXT NOT NULL,
  -- `claim` or `confirmation`, and its id.
  kind TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;
CREATE INDEX representative_email_by_email ON representative_email(email, n);
CREATE INDEX representative_email_of ON representative_email(kind, subject);
