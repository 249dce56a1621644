-- Only whoever holds the lease says when the source is due again.
update source_schedule
set leased_by = null, leased_until = null, finished_at = $3, due_at = $4, failures = $5, import_id = $6
where source = $1 and leased_by = $2
