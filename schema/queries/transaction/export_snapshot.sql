select pg_export_snapshot() as snapshot
