update api_key
set revoked_at = coalesce(revoked_at, $2)
where id = $1
