select event.id, event.finding_id, event.state, event.on_day, event.cause, event.body,
       rfc3339(event.recorded_at) as recorded_at, event.recorded_by
from finding_event as event
where event.finding_id = any ($1::uuid[])
order by event.id
