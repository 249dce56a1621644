-- The last attempt at the address whose document was read.
select id, source, address, rfc3339(fetched_at) as fetched_at, outcome, http_status, document_id, etag, last_modified,
  detail, result, final_address, tries, import_id
from fetch_attempt
where address = $1 and document_id is not null and (result is null or result in ('new', 'changed', 'unchanged'))
order by fetch_attempt.fetched_at desc, id desc
limit 1
