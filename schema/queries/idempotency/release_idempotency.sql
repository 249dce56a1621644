delete from idempotency
where actor = $1 and key = $2 and status is null
