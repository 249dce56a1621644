select finding.relationship_id, finding.key, finding_state.open_since
from finding
join finding_state on finding_state.finding_id = finding.id
where finding.relationship_id = any ($1::uuid[]) and finding_state.state <> 'cured'
