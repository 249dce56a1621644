delete from job_lease where job = $1 and holder = $2
