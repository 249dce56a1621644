select id, rfc3339(at) as at, actor, action, noun, noun_id, detail
from audit_event
where id < $1
order by id desc
limit $2
