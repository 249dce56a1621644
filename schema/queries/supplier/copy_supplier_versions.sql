copy supplier_version
  (supplier_id, version, name, country, lei, retired, body, recorded_at, recorded_by, reason)
from stdin (format binary)
