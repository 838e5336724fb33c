-- What the central knows of itself. Additive from here on.

-- The history of the database as desks know it: a restored backup is another epoch, so that desks send again what it lacks.
CREATE TABLE service (
  one boolean PRIMARY KEY CHECK (one),
  epoch uuid NOT NULL,
  since timestamptz NOT NULL
);
