-- Claims that went from one office to another: what was brought there, and whether something waits to be.
CREATE TABLE claim_move (
  -- The stream that the claim left.
  stream uuid NOT NULL,
  claim uuid NOT NULL,
  -- The event by which it left, and its place.
  event uuid NOT NULL,
  pos bigint NOT NULL,
  -- The stream to which it went.
  target uuid NOT NULL,
  office text NOT NULL,
  moved_on text NOT NULL,
  -- Up to where the first stream was brought to the second, and up to where erasures of the second were told to the first.
  brought bigint NOT NULL DEFAULT 0,
  erased_to bigint NOT NULL DEFAULT 0,
  due boolean NOT NULL DEFAULT true,
  -- It came back, or went on: what happens in the first stream is no longer brought.
  ended boolean NOT NULL DEFAULT false,
  PRIMARY KEY (stream, claim, event)
);
CREATE INDEX claim_move_due ON claim_move (stream) WHERE due;
CREATE INDEX claim_move_target ON claim_move (target, claim);

-- The people of those claims; `stays`: another claim of theirs is at the first office, whose record goes on.
CREATE TABLE moved_person (
  stream uuid NOT NULL,
  person uuid NOT NULL,
  claim uuid NOT NULL,
  event uuid NOT NULL,
  stays boolean NOT NULL,
  PRIMARY KEY (stream, person, claim, event)
);

-- Whether any claim ever left: only then does a batch look for what left.
ALTER TABLE stream ADD COLUMN moved boolean NOT NULL DEFAULT false;
