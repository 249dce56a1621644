select id, version, rfc3339(recorded_at) as recorded_at, counts
from reference_version
order by id desc
limit $1
