insert into relationship (id) values ($1)
on conflict (id) do nothing
