copy (
  select distinct on (supplier_id) supplier_id, name, country, lei, body ->> 'registration_number', body
  from supplier_version
  order by supplier_id, version desc
) to stdout
