update mail_state
set state = $2, next_attempt_at = $3
where message_id = $1
