insert into webhook_delivery (webhook_id, event_id, state, queued_at, next_attempt_at)
select id, $2, 'queued', $3, $3
from unnest($1::uuid[]) as told (id)
