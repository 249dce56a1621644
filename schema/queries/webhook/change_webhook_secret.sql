update webhook
set earlier_secret = secret, earlier_secret_until = $3, secret = $2
where id = $1
