select id
from relationship
where id > $1
order by id
limit $2
