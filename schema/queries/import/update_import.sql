update import_run
set state = $2, counts = $3, error = $4, finished_at = $5
where id = $1
