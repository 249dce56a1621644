insert into user_account (id, name, name_folded, email, email_folded, role, password_hash, one_time_until, recorded_at, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict do nothing
