-- Of the same document read in the same way, the last one before the run $1 and not before $4.
select state, settled_rows
from import_run
where id <> $1 and document_id = $2 and way = $3 and started_at >= $4
order by started_at desc, id desc
limit 1
