select scope_reading.certificate_id, scope_reading.version_id, scope_reading.services, scope_reading.in_scope
from scope_reading
join decision on decision.id = scope_reading.decision_id
where scope_reading.certificate_id = any ($1::uuid[]) and decision.decided_at <= $2::timestamptz
order by decision.decided_at, decision.id
