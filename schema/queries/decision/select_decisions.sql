select body
from decision
where relationship_id = any ($1::uuid[]) and ($2::timestamptz is null or decided_at <= $2)
order by relationship_id, decided_at, id
