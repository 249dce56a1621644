insert into decision
  (id, relationship_id, finding_key, kind, version_read, attachment, body, decided_at, decided_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
