update idempotency
set status = $4, headers = $5, body = $6
where actor = $1 and key = $2 and request_digest = $3 and status is null
