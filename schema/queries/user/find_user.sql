-- By the folded name or address; no name is an address.
select id, name, email, role, state, password_hash, rfc3339(one_time_until) as one_time_until, epoch,
  rfc3339(recorded_at) as recorded_at, recorded_by, rfc3339(last_sign_in) as last_sign_in
from user_account
where name_folded = $1 or email_folded = $1
