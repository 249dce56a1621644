insert into job_done (job, begun_at) values ($1, $2::timestamptz)
on conflict (job) do update set begun_at = greatest(job_done.begun_at, excluded.begun_at)
