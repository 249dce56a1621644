select count(*)::integer as pieces
from document_piece
where document_id = $1
