select id, address, description, events, rfc3339(recorded_at) as recorded_at, recorded_by, failures,
       rfc3339(failing_since) as failing_since, rfc3339(resumes_at) as resumes_at,
       rfc3339(disabled_at) as disabled_at, disabled_why
from webhook
where removed_at is null
order by recorded_at, id
