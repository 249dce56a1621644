-- Newest first, after the event $1.
select webhook_event.id, type, payload, rfc3339(occurred_at) as occurred_at, webhook_delivery.state, attempts,
       rfc3339(queued_at) as queued_at, rfc3339(next_attempt_at) as next_attempt_at, last.status, last.detail,
       rfc3339(last.attempted_at) as attempted_at
from webhook_delivery
join webhook_event on webhook_event.id = webhook_delivery.event_id
left join lateral (
  select status, detail, attempted_at from webhook_attempt
  where webhook_attempt.webhook_id = webhook_delivery.webhook_id
    and webhook_attempt.event_id = webhook_delivery.event_id
  order by attempted_at desc
  limit 1
) as last on true
where webhook_delivery.webhook_id = $2
  and ($1::uuid is null or webhook_delivery.event_id < $1)
  and ($3::text is null or webhook_delivery.state = $3)
order by webhook_delivery.event_id desc
limit $4
