-- Newest first, before the number $1.
select id, rfc3339(at) as at, kind, adverse, sentence, field, before, after, source, supplier_id, certificate_id,
  version_id, document_id, address
from register_change
where id < $1
  and ($2::text is null or source = $2)
  and ($3::uuid is null or supplier_id = $3)
  and ($4::uuid is null or certificate_id = $4)
  and ($5::timestamptz is null or register_change.at >= $5)
  and ($6::timestamptz is null or register_change.at < $6)
  and ($7::text[] is null or kind = any ($7))
  and ($8::boolean is null or adverse = $8)
order by id desc
limit $9
