update import_run
set state = $2, counts = $3, error = $4, finished_at = $5, document_id = $6, way = $7, settled_rows = $8
where id = $1
