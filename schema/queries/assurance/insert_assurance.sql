insert into assurance (id) values ($1)
on conflict (id) do nothing
