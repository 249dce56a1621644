select ordinal, name, outcome, document_id, detail
from import_item
where import_id = $1 and ordinal > $2
order by ordinal
limit $3
