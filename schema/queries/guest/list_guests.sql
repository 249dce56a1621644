select coalesce(guest.subject, blocked_guest.subject) as subject, coalesce(guest.name, blocked_guest.name) as name,
       rfc3339(guest.at) as last_sign_in, blocked_guest.subject is not null as blocked
from (select distinct on (noun_id) noun_id as subject, actor as name, at
      from audit_event
      where noun = 'guest' and action = 'sign_in'
      order by noun_id, id desc) as guest
full join blocked_guest on blocked_guest.subject = guest.subject
order by blocked_guest.subject is null, guest.at desc nulls last
limit $1
