-- Decisions after the number $1 up to $2, each with its finding as it is now.
select decision.number, decision.body as decision, finding.id, finding.relationship_id, finding.opened_on,
       finding_state.open_since, event.state, event.on_day, event.cause, event.body,
       rfc3339(event.recorded_at) as recorded_at
from decision
join finding on finding.relationship_id = decision.relationship_id and finding.key = decision.finding_key
join finding_state on finding_state.finding_id = finding.id
join finding_event as event on event.id = finding_state.event_id
where decision.number > $1 and decision.number <= $2
order by decision.number
limit $3
