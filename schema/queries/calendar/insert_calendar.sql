insert into calendar (id, name, hash, owner, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6)
