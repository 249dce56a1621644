select coalesce(max(ordinal), 0) as ordinal
from import_item
where import_id = $1
