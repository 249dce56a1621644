select id, title, on_day, rfc3339(known_at) as known_at, rfc3339(prepared_at) as prepared_at, prepared_by, signed_by,
       suppliers, policy_version, reference_version
from review
where $1::uuid is null or (prepared_at, id) < ((select seen.prepared_at from review as seen where seen.id = $1), $1::uuid)
order by prepared_at desc, id desc
limit $2
