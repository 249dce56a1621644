select body
from supplier_version
where supplier_id = $1 and recorded_at <= $2
order by version desc
limit 1
