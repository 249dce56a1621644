update alert
set message_id = $3
where recipient = $1 and finding_id = any ($2::uuid[]) and message_id is null and settled_at is null
