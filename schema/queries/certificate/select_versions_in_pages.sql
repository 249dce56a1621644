-- $1, $2 the first place in the table and the first behind
select id, body, quotes
from certificate_version
where ctid >= $1::tid and ctid < $2::tid
