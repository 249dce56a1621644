select id, what, source, actor, state, counts, error, document_id, way, settled_rows, rfc3339(started_at) as started_at,
  rfc3339(finished_at) as finished_at
from import_run
where id = $1
