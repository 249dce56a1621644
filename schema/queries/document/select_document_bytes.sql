select bytes
from document
where id = $1 and bytes is not null
