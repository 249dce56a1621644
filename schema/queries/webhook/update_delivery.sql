update webhook_delivery
set state = $3, next_attempt_at = $4
where webhook_id = $1 and event_id = $2
