insert into supplier_key (key, supplier_id)
select key, supplier_id
from unnest($1::text[], $2::uuid[]) as fresh (key, supplier_id)
on conflict (key, supplier_id) do nothing
