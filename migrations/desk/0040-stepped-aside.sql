-- Who stepped aside for somebody: asked of each person that an erasure names, on every desk.
CREATE INDEX person_stepped_aside ON person (replaced_by) WHERE replaced_by IS NOT NULL;
