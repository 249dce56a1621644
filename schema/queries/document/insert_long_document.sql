insert into document (id, media_type, size, pieces)
values ($1, $2, $3, $4)
on conflict (id) do nothing
