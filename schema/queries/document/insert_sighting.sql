insert into document_seen (document_id, address, name, seen_at, source, read)
values ($1, $2, $3, $4, $5, $6)
