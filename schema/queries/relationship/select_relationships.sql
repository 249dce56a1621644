select latest.body
from unnest($1::uuid[]) with ordinality as asked (id, place)
cross join lateral (
  select body from relationship_version
  where relationship_id = asked.id
  order by version desc
  limit 1
) as latest
order by asked.place
