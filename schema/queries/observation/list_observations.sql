select id, kind, supplier_id, certificate_id, document_id, address, detail, rfc3339(recorded_at) as recorded_at
from observation
where (observation.recorded_at, id) < (
  case when $1::uuid is null then 'infinity' else (select seen.recorded_at from observation as seen where seen.id = $1) end,
  coalesce($1, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
)
order by observation.recorded_at desc, id desc
limit $2
