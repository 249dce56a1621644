select version_id, max(seen_at) as seen_at
from confirmation
group by version_id
