select id, title, on_day, rfc3339(known_at) as known_at, rfc3339(prepared_at) as prepared_at, prepared_by, signed_by,
       suppliers, policy_version, reference_version
from review
where id = $1
