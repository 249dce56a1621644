select request_digest, coalesce(status, 0) as status, coalesce(headers, '[]') as headers, coalesce(body, '') as body
from idempotency
where actor = $1 and key = $2
