insert into api_key (id, name, role, hash, recorded_at, recorded_by, expires_at, revoked_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
