insert into review_relationship (review_id, relationship_id, outcome)
select review_id, relationship_id, outcome
from unnest($1::uuid[], $2::uuid[], $3::text[]) as fresh (review_id, relationship_id, outcome)
