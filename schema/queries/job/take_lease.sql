insert into job_lease (job, holder, until) values ($1, $2, $4::timestamptz)
on conflict (job) do update set holder = excluded.holder, until = excluded.until
where job_lease.holder = excluded.holder or job_lease.until < $3::timestamptz
returning job
