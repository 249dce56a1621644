select id, version, rfc3339(recorded_at) as recorded_at, counts
from reference_version
where recorded_at <= $1
order by recorded_at desc, id desc
limit 1
