select document_id, address, name, rfc3339(seen_at) as seen_at, source, read
from document_seen
where document_id = any ($1::text[])
order by document_id, document_seen.seen_at, address
