copy certificate_version
  (id, certificate_id, supplier_id, replaces, standard, edition, number, issuer, issued, expires, evidence, retired,
   document_id, body, quotes, recorded_at, recorded_by, reason)
from stdin (format binary)
