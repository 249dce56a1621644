delete from relationship_key where relationship_id = $1
