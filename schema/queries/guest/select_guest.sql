select noun_id as subject, actor as name, rfc3339(at) as last_sign_in,
       exists (select from blocked_guest where subject = noun_id) as blocked
from audit_event
where noun = 'guest' and action = 'sign_in' and noun_id = $1
order by id desc
limit 1
