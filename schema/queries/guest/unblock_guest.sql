delete from blocked_guest where subject = $1
