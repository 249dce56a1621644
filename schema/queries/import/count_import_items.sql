select count(*)::integer as items
from import_item
where import_id = $1
