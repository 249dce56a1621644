-- The one that was tried least, and of these the one that has waited longest, for one sender: until $2 it is nobody
-- else's. So one event that an endpoint cannot take holds up no other.
update webhook_delivery
set next_attempt_at = $2, attempts = attempts + 1
from (
  select webhook_delivery.webhook_id, webhook_delivery.event_id
  from webhook_delivery
  join webhook on webhook.id = webhook_delivery.webhook_id
  where webhook_delivery.state = 'queued' and webhook_delivery.next_attempt_at <= $1
    and webhook.removed_at is null and webhook.disabled_at is null
    and (webhook.resumes_at is null or webhook.resumes_at <= $1)
  order by webhook_delivery.attempts, webhook_delivery.queued_at, webhook_delivery.event_id
  limit 1
  for update of webhook_delivery skip locked
) as next, webhook, webhook_event
where webhook_delivery.webhook_id = next.webhook_id and webhook_delivery.event_id = next.event_id
  and webhook.id = next.webhook_id and webhook_event.id = next.event_id
returning webhook.id as webhook_id, webhook.address, webhook.secret,
          case when webhook.earlier_secret_until > $1 then webhook.earlier_secret end as earlier_secret,
          webhook_event.id, webhook_event.type, webhook_event.payload,
          rfc3339(webhook_delivery.queued_at) as queued_at, webhook_delivery.attempts
