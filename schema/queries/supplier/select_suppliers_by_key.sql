select supplier_key.key, supplier_key.supplier_id
from supplier_key
cross join lateral (
  select retired from supplier_version
  where supplier_version.supplier_id = supplier_key.supplier_id
  order by version desc
  limit 1
) as latest
where supplier_key.key = any ($1::text[]) and not latest.retired
order by supplier_key.key, supplier_key.supplier_id
