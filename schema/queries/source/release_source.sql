-- Gives the lease back without a word on when the source is due.
update source_schedule
set leased_by = null, leased_until = null
where source = $1 and leased_by = $2
