insert into alert (relationship_id, matter, rung, recipient, finding_id, due_on, recorded_at)
select relationship_id, matter, rung, recipient, finding_id, due_on, recorded_at
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::date[], $7::timestamptz[])
  as fresh (relationship_id, matter, rung, recipient, finding_id, due_on, recorded_at)
on conflict do nothing
