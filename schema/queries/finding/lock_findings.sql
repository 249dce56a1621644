-- One writer of findings at a time, over all instances. The number is certreg's own.
select pg_advisory_xact_lock(7235421)
