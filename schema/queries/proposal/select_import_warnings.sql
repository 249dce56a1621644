select proposal.id, said.text
from proposal
cross join lateral (
  select ordinal, detail ->> 'detail' as text
  from import_item
  where import_item.import_id = proposal.import_id
    and import_item.document_id = proposal.document_id
    and outcome = 'warning'
  order by ordinal
  limit 50
) as said
where proposal.id = any ($1::uuid[]) and said.text is not null
order by proposal.id, said.ordinal
