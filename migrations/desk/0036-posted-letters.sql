-- The letters of a day (src/main/casework/reminder-letters.ts): the table of messages is of years.
CREATE INDEX message_posted ON message (sent_on, n) WHERE template = 'deadline_letter';
