update webhook_delivery
set state = 'queued', attempts = 0, queued_at = $3, next_attempt_at = $3
where webhook_id = $1 and event_id = $2
returning event_id
