insert into certificate (id, key)
select distinct id, key from unnest($1::uuid[], $2::text[]) as fresh (id, key)
on conflict do nothing
