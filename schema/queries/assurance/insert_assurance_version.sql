insert into assurance_version
  (assurance_id, version, supplier_id, document_id, retired, body, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8)
