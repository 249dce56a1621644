select id, name, owner, rfc3339(recorded_at) as recorded_at, recorded_by, rfc3339(revoked_at) as revoked_at
from calendar
where hash = $1 and revoked_at is null
