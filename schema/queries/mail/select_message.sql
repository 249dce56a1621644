select mail_message.id, recipient, recipient_name, kind, subject, text, html, headers, rfc3339(queued_at) as queued_at,
       mail_state.state, mail_state.attempts, rfc3339(mail_state.next_attempt_at) as next_attempt_at, last.code, last.reply
from mail_message
join mail_state on mail_state.message_id = mail_message.id
left join lateral (
  select code, reply from mail_attempt
  where mail_attempt.message_id = mail_message.id
  order by attempted_at desc
  limit 1
) as last on true
where mail_message.id = $1
