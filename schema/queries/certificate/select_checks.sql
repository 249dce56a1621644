select certificate_id, body
from register_check
where certificate_id = any ($1::uuid[]) and recorded_at <= $2::timestamptz
order by certificate_id, recorded_at, id
