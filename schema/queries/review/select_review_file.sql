select bytes
from review_file
where review_id = $1 and format = $2
