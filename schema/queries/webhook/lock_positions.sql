select finding_event, decision, register_change
from webhook_position
for update
