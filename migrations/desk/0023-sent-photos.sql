-- Photos that people sent through the portal and that wait to be taken in.
CREATE INDEX confirmation_sent_photo ON confirmation(n) WHERE json_extract(facts, '$.photo.state') = 'sent';
