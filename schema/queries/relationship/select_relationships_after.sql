-- In the order of ids; as they were known at an instant when one is given.
select latest.body
from relationship
cross join lateral (
  select body, retired from relationship_version
  where relationship_id = relationship.id and ($2::timestamptz is null or relationship_version.recorded_at <= $2)
  order by version desc
  limit 1
) as latest
where ($1::uuid is null or relationship.id > $1) and not latest.retired
order by relationship.id
limit $3
