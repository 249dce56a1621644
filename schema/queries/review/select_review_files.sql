select format, sha256, octet_length(bytes) as size
from review_file
where review_id = $1
order by format
