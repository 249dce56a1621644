insert into finding (id, relationship_id, key, rule, opened_on)
select id, relationship_id, key, rule, opened_on
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[])
  as fresh (id, relationship_id, key, rule, opened_on)
