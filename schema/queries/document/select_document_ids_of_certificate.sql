-- Read from it, quoted or confirmed by it.
with version as (
  select id, document_id, quotes from certificate_version where certificate_id = $1
)
select document_id from version where document_id is not null
union
select field_evidence.document_id
from field_evidence join version on field_evidence.version_id = version.id
where field_evidence.document_id is not null
union
select nullif(quotes ->> 'document', '') from version where quotes ->> 'document' <> ''
union
select confirmation.document_id
from confirmation join version on confirmation.version_id = version.id
where confirmation.document_id is not null
