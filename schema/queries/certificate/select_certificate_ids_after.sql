select id
from certificate
where id > $1
order by id
limit $2
