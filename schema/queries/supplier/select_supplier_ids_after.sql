select id
from supplier
where id > $1
order by id
limit $2
