-- The last event of any finding of each relationship; none of one without findings.
select finding.relationship_id, max(finding_state.event_id) as event_id
from finding
join finding_state on finding_state.finding_id = finding.id
where finding.relationship_id = any ($1::uuid[])
group by finding.relationship_id
