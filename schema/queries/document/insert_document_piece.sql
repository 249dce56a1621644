insert into document_piece (document_id, ordinal, bytes)
values ($1, $2, $3)
on conflict on constraint document_piece_pk do nothing
