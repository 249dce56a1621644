update webhook_delivery
set state = 'dropped'
where webhook_id = $1 and state = 'queued'
