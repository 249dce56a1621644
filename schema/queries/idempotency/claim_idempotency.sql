-- A key is taken when it is new, a day old, or was left at work for a minute.
insert into idempotency (actor, key, request_digest, recorded_at)
values ($1, $2, $3, $4)
on conflict (actor, key) do update
set request_digest = excluded.request_digest, status = null, headers = null, body = null,
  recorded_at = excluded.recorded_at
where idempotency.recorded_at < excluded.recorded_at - interval '1 day'
  or (idempotency.status is null and idempotency.recorded_at < excluded.recorded_at - interval '1 minute')
