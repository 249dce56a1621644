update webhook
set removed_at = $2
where id = $1 and removed_at is null
returning id
