insert into field_evidence (version_id, ordinal, field, quote, document_id, address, page, box, method, confidence)
select version_id, ordinal, field, quote, document_id, address, page, box::double precision[], method, confidence
from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::text[],
            $9::text[], $10::double precision[])
  as fresh (version_id, ordinal, field, quote, document_id, address, page, box, method, confidence)
