insert into webhook (id, address, description, events, secret, recorded_at, recorded_by)
values ($1, $2, $3, $4::text[], $5, $6, $7)
