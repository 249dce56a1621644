select body
from supplier_version
where supplier_id = $1
order by version
