insert into import_run (id, what, source, actor, state, counts, error, started_at, finished_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
