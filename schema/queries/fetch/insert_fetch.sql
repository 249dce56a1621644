insert into fetch_attempt
  (id, source, address, fetched_at, outcome, http_status, document_id, etag, last_modified, detail, result, final_address,
   tries, import_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
