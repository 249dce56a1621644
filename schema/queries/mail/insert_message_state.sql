insert into mail_state (message_id, state, next_attempt_at) values ($1, 'queued', $2)
