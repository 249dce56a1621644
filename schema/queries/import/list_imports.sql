select id, what, source, actor, state, counts, error, document_id, way, settled_rows, rfc3339(started_at) as started_at,
  rfc3339(finished_at) as finished_at
from import_run
where (import_run.started_at, id) < (
  case when $1::uuid is null then 'infinity' else (select seen.started_at from import_run as seen where seen.id = $1) end,
  coalesce($1, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
)
order by import_run.started_at desc, id desc
limit $2
