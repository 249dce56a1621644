select finding.id, finding.relationship_id, finding.opened_on, finding_state.open_since, event.state, event.on_day, event.cause, event.body,
       rfc3339(event.recorded_at) as recorded_at
from finding
join finding_state on finding_state.finding_id = finding.id
join finding_event as event on event.id = finding_state.event_id
where finding.relationship_id = any ($1::uuid[])
order by finding.relationship_id, finding.id
