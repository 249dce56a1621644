select distinct certificate_id
from certificate_version
where supplier_id = $1 and recorded_at <= $2
