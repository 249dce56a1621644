insert into register_change
  (at, kind, adverse, sentence, field, before, after, source, supplier_id, certificate_id, version_id, document_id,
   address)
select at, kind, adverse, sentence, field, before, after, source, supplier_id, certificate_id, version_id, document_id,
  address
from unnest($1::timestamptz[], $2::text[], $3::boolean[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::uuid[], $10::uuid[], $11::uuid[], $12::text[], $13::text[])
  with ordinality as fresh (at, kind, adverse, sentence, field, before, after, source, supplier_id, certificate_id,
                            version_id, document_id, address, place)
order by place
