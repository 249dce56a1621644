-- What has to be read to judge: the certificates to the standard of the supplier of that very name. Nothing is judged.
select coalesce(string_agg(certificate.record, ','), '')
from certificate
where certificate.supplier_id = (select id from supplier where name = $1 limit 1) and certificate.standard = $2
