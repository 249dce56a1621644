update source_schedule
set leased_until = $3
where source = $1 and leased_by = $2
returning source
