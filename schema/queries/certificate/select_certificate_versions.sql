-- $1 certificates, $2 what was known at this instant
select version.id, version.body, version.quotes, (
  select rfc3339(max(confirmation.seen_at))
  from confirmation
  where confirmation.version_id = version.id and confirmation.seen_at <= $2::timestamptz
) as last_confirmed
from certificate_version as version
where version.certificate_id = any ($1::uuid[])
  and version.recorded_at <= $2::timestamptz
  and not exists (
    select from certificate_version as correction
    where correction.replaces = version.id and correction.recorded_at <= $2::timestamptz
  )
