copy field_evidence (version_id, ordinal, field, quote, document_id, address, page, box, method, confidence)
from stdin
