select state
from proposal
where document_id is not distinct from $1 and certificate_key = $2 and state <> 'pending'
order by decided_at desc nulls last, recorded_at desc, id desc
limit 1
