select relationship_id, matter, rung, recipient, finding_id, due_on
from alert
where message_id = $1
order by due_on desc, relationship_id, matter, rung
