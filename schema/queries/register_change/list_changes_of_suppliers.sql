-- Of each supplier $1 since the instant $2 beside it, newest first.
select wanted.place, change.id, rfc3339(change.at) as at, change.kind, change.adverse, change.sentence, change.field,
  change.before, change.after, change.source, change.supplier_id, change.certificate_id, change.version_id,
  change.document_id, change.address
from unnest($1::uuid[], $2::timestamptz[]) with ordinality as wanted (supplier_id, since, place)
cross join lateral (
  select id, at, kind, adverse, sentence, field, before, after, source, supplier_id, certificate_id, version_id, document_id, address
  from register_change
  where register_change.supplier_id = wanted.supplier_id
    and register_change.at >= wanted.since
    and ($3::timestamptz is null or register_change.at < $3)
  order by register_change.id desc
  limit $4
) as change
order by wanted.place, change.id desc
