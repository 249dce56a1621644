insert into import_item (import_id, ordinal, name, outcome, document_id, detail)
select import_id, ordinal, name, outcome, document_id, detail
from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::json[])
  as fresh (import_id, ordinal, name, outcome, document_id, detail)
