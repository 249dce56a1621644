-- Takes the source $1 for $3 until $4 unless somebody else has it; $2: now. With $5 only when it is due.
insert into source_schedule (source, leased_by, leased_until, started_at)
values ($1, $3, $4, $2)
on conflict (source) do update
set leased_by = excluded.leased_by, leased_until = excluded.leased_until, started_at = excluded.started_at
where (source_schedule.leased_until is null or source_schedule.leased_until <= $2::timestamptz)
  and (not $5::boolean or source_schedule.due_at <= $2::timestamptz)
returning source
