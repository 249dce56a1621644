select pg_snapshot_xmin(pg_current_snapshot())::text as position, pg_snapshot_xmax(pg_current_snapshot())::text as latest
