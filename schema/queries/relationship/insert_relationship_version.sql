insert into relationship_version
  (relationship_id, version, supplier_id, provider_id, retired, body, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8)
