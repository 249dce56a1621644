insert into certificate_version
  (id, certificate_id, supplier_id, replaces, standard, edition, number, issuer, issued, expires, evidence, retired,
   document_id, body, recorded_at, recorded_by, reason)
select id, certificate_id, supplier_id, replaces, standard, edition, number, issuer, issued, expires, evidence, retired,
  document_id, body, recorded_at, recorded_by, reason
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::date[],
            $10::date[], $11::text[], $12::boolean[], $13::text[], $14::json[], $15::timestamptz[], $16::text[],
            $17::text[])
  as fresh (id, certificate_id, supplier_id, replaces, standard, edition, number, issuer, issued, expires, evidence,
            retired, document_id, body, recorded_at, recorded_by, reason)
