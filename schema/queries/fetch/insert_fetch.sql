insert into fetch_attempt
  (id, source, address, fetched_at, outcome, http_status, document_id, etag, last_modified, detail)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
