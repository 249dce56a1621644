-- The source among $2 that has been due longest at $1 and that nobody has leased. Whoever runs it takes the lease then.
select source
from source_schedule
where source = any ($2::text[]) and due_at <= $1 and (leased_until is null or leased_until <= $1)
order by due_at, source
limit 1
