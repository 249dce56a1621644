-- The one that has waited longest, for one sender: until $2 it is nobody else's.
update mail_state
set next_attempt_at = $2, attempts = attempts + 1
from mail_message
where mail_message.id = mail_state.message_id
  and mail_state.message_id = (
    select message_id from mail_state
    where state = 'queued' and next_attempt_at <= $1
    order by next_attempt_at, message_id
    limit 1
    for update skip locked
  )
returning mail_message.id, recipient, recipient_name, kind, subject, text, html, headers,
          rfc3339(queued_at) as queued_at, attempts
