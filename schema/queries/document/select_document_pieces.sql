-- Pieces: null when the bytes are in one.
select pieces
from document
where id = $1 and (bytes is not null or pieces is not null)
