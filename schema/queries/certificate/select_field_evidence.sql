select version_id, field, quote, document_id, address, page, box, method, confidence
from field_evidence
where version_id = any ($1::uuid[])
order by version_id, ordinal
