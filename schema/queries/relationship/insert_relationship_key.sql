insert into relationship_key (key, relationship_id) values ($1, $2)
