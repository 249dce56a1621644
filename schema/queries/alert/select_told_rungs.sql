select relationship_id, matter, rung, recipient
from alert
where relationship_id = any ($1::uuid[])
