insert into webhook_event (id, type, payload, occurred_at, recorded_at) values ($1, $2, $3, $4, $5)
