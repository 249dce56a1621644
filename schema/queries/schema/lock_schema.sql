-- The number is certreg's own: two programs that start at once take turns.
select pg_advisory_xact_lock(7235419)
