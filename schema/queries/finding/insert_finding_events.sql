insert into finding_event (finding_id, state, severity, on_day, cause, body, recorded_at, recorded_by)
select finding_id, state, severity, on_day, cause, body, recorded_at, recorded_by
from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::text[], $6::json[], $7::timestamptz[], $8::text[])
  as fresh (finding_id, state, severity, on_day, cause, body, recorded_at, recorded_by)
