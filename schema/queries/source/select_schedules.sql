select source, rfc3339(due_at) as due_at, leased_by, rfc3339(leased_until) as leased_until,
  rfc3339(started_at) as started_at, rfc3339(finished_at) as finished_at, failures, import_id
from source_schedule
where source = any ($1::text[])
order by source
