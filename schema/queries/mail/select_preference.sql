select recipient, digest, weekday, hour, time_zone
from mail_preference
where recipient = $1
