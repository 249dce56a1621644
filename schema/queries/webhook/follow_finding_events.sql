-- Events after the number $1 up to $2, each with the state that its finding was in before.
select event.id as number, finding.id, finding.relationship_id, finding.opened_on, event.on_day as open_since, event.state,
       event.on_day, event.cause, event.body, rfc3339(event.recorded_at) as recorded_at, before.state as state_before
from finding_event as event
join finding on finding.id = event.finding_id
left join lateral (
  select state from finding_event
  where finding_id = event.finding_id and id < event.id
  order by id desc
  limit 1
) as before on true
where event.id > $1 and event.id <= $2
order by event.id
limit $3
