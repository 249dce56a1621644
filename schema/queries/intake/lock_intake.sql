-- The number is certreg's own.
select pg_advisory_xact_lock(7235420)
