-- Read from it, quoted or confirmed by it.
with version as (
  select id, certificate_id, document_id, quotes from certificate_version where certificate_id = any ($1::uuid[])
)
select certificate_id, document_id from version where document_id is not null
union
select version.certificate_id, field_evidence.document_id
from field_evidence join version on field_evidence.version_id = version.id
where field_evidence.document_id is not null
union
select certificate_id, nullif(quotes ->> 'document', '') from version where quotes ->> 'document' <> ''
union
select version.certificate_id, confirmation.document_id
from confirmation join version on confirmation.version_id = version.id
where confirmation.document_id is not null
