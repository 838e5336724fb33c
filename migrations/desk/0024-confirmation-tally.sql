-- Numbers of the confirmation of permanent residence: how many steps began and ended on which days, who was invited and
-- answered, which cards were mailed when and due when. What the rows already say is filled in; the
-- times of steps that are over come with a rebuild.

CREATE TABLE confirmation_tally (
  name TEXT NOT NULL,
  to_day TEXT NOT NULL,
  from_day TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (name, to_day, from_day)
) STRICT, WITHOUT ROWID;

INSERT INTO confirmation_tally (name, to_day, from_day, count)
SELECT 'invited', facts ->> '$.invitation.on', facts ->> '$.invitation.on', count(*)
FROM confirmation WHERE facts ->> '$.invitation.on' IS NOT NULL GROUP BY 2;

INSERT INTO confirmation_tally (name, to_day, from_day, count)
SELECT 'answered', facts ->> '$.invitation.on', facts ->> '$.invitation.on', count(*)
FROM confirmation
WHERE facts ->> '$.invitation.on' IS NOT NULL AND facts ->> '$.invitation.answeredOn' IS NOT NULL GROUP BY 2;

INSERT INTO confirmation_tally (name, to_day, from_day, count)
SELECT 'card_returned', facts ->> '$.card.returnedOn', facts ->> '$.card.returnedOn', count(*)
FROM confirmation WHERE facts ->> '$.card.returnedOn' IS NOT NULL GROUP BY 2;
