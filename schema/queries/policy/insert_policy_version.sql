insert into policy_version (version, body, recorded_at, recorded_by) values ($1, $2, $3, $4)
