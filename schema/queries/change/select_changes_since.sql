-- One row at least, for the position, which is of the same snapshot as the changes.
select pg_snapshot_xmin(pg_current_snapshot())::text as position,
  pg_snapshot_xmax(pg_current_snapshot())::text as latest, fresh.noun, fresh.id
from (values (true)) as once
left join (
  select distinct noun, id from change where xid >= $1::xid8
) as fresh on true
