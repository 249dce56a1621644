update proposal
set state = $2, rule = $3, certificate_id = $4, supplier_id = $5, version_id = $6, decided_by = $7, decided_at = $8,
  reason = $9
where id = $1 and state = 'pending'
