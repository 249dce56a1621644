select distinct supplier_id
from assurance_version
where supplier_id > $1
order by supplier_id
limit $2
