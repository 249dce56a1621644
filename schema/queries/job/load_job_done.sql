select rfc3339(begun_at) as begun_at from job_done where job = $1
