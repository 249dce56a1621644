-- The latest known at an instant, when one is given; retired ones are left out.
select latest.body
from (
  select distinct assurance_id from assurance_version where supplier_id = any ($1::uuid[])
) as touched
cross join lateral (
  select body, retired from assurance_version
  where assurance_version.assurance_id = touched.assurance_id
    and ($2::timestamptz is null or assurance_version.recorded_at <= $2)
  order by version desc
  limit 1
) as latest
where not latest.retired
order by touched.assurance_id
