-- One row at least, for the position, which is of the same snapshot as the changes. $2: transactions whose changes are
-- known already.
select pg_snapshot_xmin(pg_current_snapshot())::text as position,
  pg_snapshot_xmax(pg_current_snapshot())::text as latest, fresh.noun, fresh.id,
  (select string_agg(distinct change.xid::text, ',') from change
   where change.xid >= $1::xid8 and change.xid <> all ($2::xid8[])) as transactions
from (values (true)) as once
left join (
  select distinct change.noun, changed.id
  from change cross join lateral unnest(coalesce(change.ids::text[], array[change.id])) as changed (id)
  where change.xid >= $1::xid8 and change.xid <> all ($2::xid8[])
) as fresh on true
