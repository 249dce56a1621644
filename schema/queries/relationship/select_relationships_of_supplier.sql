select latest.body
from (
  select distinct relationship_id from relationship_version where supplier_id = $1 or provider_id = $1
) as touched
cross join lateral (
  select body, retired, supplier_id, provider_id from relationship_version
  where relationship_version.relationship_id = touched.relationship_id
  order by version desc
  limit 1
) as latest
where not latest.retired and (latest.supplier_id = $1 or latest.provider_id = $1)
order by touched.relationship_id
