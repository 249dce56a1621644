select rfc3339(max(queued_at)) as queued_at
from mail_message
where recipient = $1 and kind = 'digest'
