-- Most severe first, the oldest first among these. $1, $2: rank and id of the last one seen.
select finding.id, finding.relationship_id, finding.opened_on, finding_state.open_since, event.state, event.on_day, event.cause, event.body,
       rfc3339(event.recorded_at) as recorded_at, finding_state.rank
from finding_state
join finding on finding.id = finding_state.finding_id
join finding_event as event on event.id = finding_state.event_id
where ($1::integer is null or (-finding_state.rank, finding.id) > (-$1::integer, $2::uuid))
  and ($3::text[] is null or finding_state.state = any ($3))
  and ($4::text[] is null or finding.rule = any ($4))
  and ($5::uuid is null or finding.relationship_id = $5)
  and ($6::integer is null or finding_state.rank >= $6)
  and ($8::uuid[] is null or finding.relationship_id = any ($8))
order by -finding_state.rank, finding.id
limit $7
