select version.id, version.body, version.quotes, (
  select rfc3339(max(confirmation.seen_at))
  from confirmation
  where confirmation.version_id = version.id
) as last_confirmed
from certificate_version as version
where version.certificate_id = $1
order by version.recorded_at, version.id
