select recipient
from alert
where message_id is null and settled_at is null
group by recipient
order by recipient
