select coalesce(string_agg(record, ','), '')
from (select record from supplier where name % $1 order by similarity(name, $1) desc, id limit 25) found
