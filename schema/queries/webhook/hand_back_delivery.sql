-- It was claimed and not tried.
update webhook_delivery
set attempts = attempts - 1, next_attempt_at = $3
where webhook_id = $1 and event_id = $2 and state = 'queued'
