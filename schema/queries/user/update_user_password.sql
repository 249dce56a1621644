-- Of the epoch that the caller saw; sessions of that one end.
update user_account
set password_hash = $3, one_time_until = $4, epoch = epoch + 1
where id = $1 and epoch = $2
