update webhook
set failures = $2, failing_since = $3, resumes_at = $4, disabled_at = $5, disabled_why = $6
where id = $1
