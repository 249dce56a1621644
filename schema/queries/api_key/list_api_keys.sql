select id, name, role, hash, rfc3339(recorded_at) as recorded_at, recorded_by, rfc3339(expires_at) as expires_at,
  rfc3339(revoked_at) as revoked_at
from api_key
order by api_key.recorded_at, id
