insert into confirmation (version_id, seen_on, seen_at, document_id)
select distinct version_id, ($2::timestamptz at time zone 'UTC')::date, $2::timestamptz, $3::text
from unnest($1::uuid[]) as seen (version_id)
on conflict on constraint confirmation_once_a_day do nothing
