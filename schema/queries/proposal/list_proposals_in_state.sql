select id, import_id, document_id, address, source, state, rule, draft, diff, certificate_key, certificate_id, supplier_id,
  version_id, decided_by, rfc3339(decided_at) as decided_at, reason, rfc3339(recorded_at) as recorded_at
from proposal
where state = $3 and (proposal.recorded_at, id) < (
  case when $1::uuid is null then 'infinity' else (select seen.recorded_at from proposal as seen where seen.id = $1) end,
  coalesce($1, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
)
order by proposal.recorded_at desc, id desc
limit $2
