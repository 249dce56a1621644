select body
from relationship_version
where relationship_id = $1
order by version
