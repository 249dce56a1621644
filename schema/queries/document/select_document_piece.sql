select document_piece.bytes
from document_piece
where document_id = $1 and ordinal = $2
