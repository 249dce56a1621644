select id, source, address, rfc3339(fetched_at) as fetched_at, outcome, http_status, document_id, etag, last_modified,
  detail
from fetch_attempt
where address = $1 and document_id is not null
order by fetch_attempt.fetched_at desc, id desc
limit 1
