insert into register_check (id, certificate_id, result, checked_on, body, recorded_at)
values ($1, $2, $3, $4, $5, $6)
