-- The same difference from the same place, or anything of this document, waits for a person already.
select exists (
  select from proposal
  where state = 'pending' and certificate_key = $1
    and ((address is not distinct from $2 and diff::text = $3) or document_id is not distinct from $4)
) as waits
