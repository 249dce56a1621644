insert into mail_preference (recipient, digest, weekday, hour, time_zone, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (recipient) do update
set digest = excluded.digest, weekday = excluded.weekday, hour = excluded.hour, time_zone = excluded.time_zone,
    recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
