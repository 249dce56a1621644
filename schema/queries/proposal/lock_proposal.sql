select id, import_id, document_id, address, source, state, rule, draft, diff, certificate_key, certificate_id, supplier_id,
  version_id, decided_by, rfc3339(decided_at) as decided_at, reason, rfc3339(recorded_at) as recorded_at
from proposal
where id = $1
for update
