insert into blocked_guest (subject, name, blocked_at, blocked_by)
values ($1, $2, $3, $4)
on conflict (subject) do nothing
