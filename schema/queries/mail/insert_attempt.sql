insert into mail_attempt (message_id, attempted_at, outcome, code, reply) values ($1, $2, $3, $4, $5)
