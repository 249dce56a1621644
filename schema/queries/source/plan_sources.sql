-- $1: names; $2: for each, when it is due first (empty: only when somebody asks). A source that got a schedule is due by
-- it, one that lost it no more; what is planned already stays.
insert into source_schedule (source, due_at)
select name, nullif(day, '')::timestamptz from unnest($1::text[], $2::text[]) as planned (name, day)
on conflict (source) do update
set due_at = excluded.due_at
where (excluded.due_at is null) <> (source_schedule.due_at is null)
