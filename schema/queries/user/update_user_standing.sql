update user_account
set role = $2, state = $3, epoch = $4
where id = $1
