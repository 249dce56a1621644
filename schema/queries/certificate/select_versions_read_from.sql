-- The versions that were read from the document that was last read at the address $1 before the document $2, or confirmed
-- by it, as they have been corrected since.
-- Of uploads, names are shared by documents of different suppliers: only one of the same source $3 is the same place.
with recursive last_seen as (
  select document_id from document_seen
  where address = $1 and document_id is distinct from $2 and read and (address not like 'file:%' or source = $3)
  order by seen_at desc
  limit 1
), read_from as (
  select certificate_version.id
  from certificate_version join last_seen using (document_id)
  union
  select confirmation.version_id
  from confirmation join last_seen using (document_id)
  union
  select correction.id
  from certificate_version as correction join read_from on correction.replaces = read_from.id
)
select version.id, version.body, version.quotes, (
  select rfc3339(max(confirmation.seen_at))
  from confirmation
  where confirmation.version_id = version.id
) as last_confirmed
from certificate_version as version join read_from on version.id = read_from.id
where not version.retired
  and not exists (select from certificate_version as correction where correction.replaces = version.id)
order by version.recorded_at, version.id
