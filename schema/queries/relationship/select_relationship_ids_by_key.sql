select key, relationship_id from relationship_key where key = any ($1::text[])
