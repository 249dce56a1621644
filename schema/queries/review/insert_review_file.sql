insert into review_file (review_id, format, sha256, bytes) values ($1, $2, $3, $4)
