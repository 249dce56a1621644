select body
from assurance_version
where assurance_id = $1
order by version desc
limit 1
