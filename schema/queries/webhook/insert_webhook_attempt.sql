insert into webhook_attempt (webhook_id, event_id, attempted_at, status, detail) values ($1, $2, $3, $4, $5)
