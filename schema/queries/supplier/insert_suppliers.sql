insert into supplier (id)
select distinct id from unnest($1::uuid[]) as fresh (id)
on conflict (id) do nothing
