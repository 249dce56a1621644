-- The last attempt at each address of the source.
select distinct on (address)
  id, source, address, rfc3339(fetched_at) as fetched_at, outcome, http_status, document_id, etag, last_modified,
  detail, result, final_address, tries, import_id
from fetch_attempt
where source = $1
order by address, fetch_attempt.fetched_at desc, id desc
