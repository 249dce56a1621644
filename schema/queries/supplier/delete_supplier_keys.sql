delete from supplier_key
where supplier_id = any ($1::uuid[])
