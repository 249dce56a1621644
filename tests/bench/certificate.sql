copy (
  select id, supplier_id, standard, edition, number, issuer, issued, expires, body
  from certificate_version version
  where not exists (select from certificate_version later where later.replaces = version.id)
  order by id
) to stdout
