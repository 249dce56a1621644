-- Changes of certificates of suppliers that a relationship is with, after the number $1 up to $2.
select id, rfc3339(at) as at, kind, adverse, sentence, field, before, after, source, supplier_id, certificate_id,
  version_id, document_id, address
from register_change
where id > $1 and id <= $2
  and certificate_id is not null
  and exists (
    select from relationship_version
    where (relationship_version.supplier_id = register_change.supplier_id
           or relationship_version.provider_id = register_change.supplier_id)
      and not retired
      and not exists (
        select from relationship_version as later
        where later.relationship_id = relationship_version.relationship_id
          and later.version > relationship_version.version))
order by id
limit $3
