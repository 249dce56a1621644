-- What somebody sets. One that is switched on again begins without failures.
update webhook
set address = $2, description = $3, events = $4::text[], disabled_at = $5, disabled_why = $6,
    failures = 0, failing_since = null, resumes_at = null
where id = $1
