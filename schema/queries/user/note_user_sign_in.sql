-- Unless it was blocked or got another password meanwhile.
update user_account
set last_sign_in = $3
where id = $1 and epoch = $2 and state = 'active'
