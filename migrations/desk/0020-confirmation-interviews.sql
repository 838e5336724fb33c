-- Interviews of confirmations join the calendar: who waits for one stands in the queue of what is to be scheduled.
INSERT OR IGNORE INTO to_schedule (about_kind, about_id, kind, since_ms, why)
SELECT 'confirmation', id, 'confirmation_interview', touched_ms, 'required' FROM confirmation WHERE step = 'interview_required';
