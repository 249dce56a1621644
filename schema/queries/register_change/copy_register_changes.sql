copy register_change
  (at, kind, adverse, sentence, field, before, after, source, supplier_id, certificate_id, version_id, document_id,
   address)
from stdin (format binary)
