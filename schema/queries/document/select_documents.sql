select id, media_type, size, access, bytes is null and pieces is null as erased, rfc3339(recorded_at) as recorded_at
from document
where id = any ($1::text[])
order by recorded_at, id
