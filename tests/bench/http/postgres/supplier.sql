select record from supplier where id = $1
