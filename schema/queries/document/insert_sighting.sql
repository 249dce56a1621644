insert into document_seen (document_id, address, name, seen_at, source)
values ($1, $2, $3, $4, $5)
