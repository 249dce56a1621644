select relationship_id, matter, rung, finding_id, due_on
from alert
where recipient = $1 and message_id is null and settled_at is null
order by due_on desc, relationship_id, matter, rung
for update
