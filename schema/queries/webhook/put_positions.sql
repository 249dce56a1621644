update webhook_position
set finding_event = $1, decision = $2, register_change = $3
where (finding_event, decision, register_change) <> ($1, $2, $3)
