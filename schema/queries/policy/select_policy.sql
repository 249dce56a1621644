select body
from policy_version
where $1::timestamptz is null or recorded_at <= $1
order by version desc
limit 1
