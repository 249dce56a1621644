select relationship_id, max(on_day) as on_day, rfc3339(max(prepared_at)) as prepared_at
from review_relationship
join review on review.id = review_relationship.review_id
where relationship_id = any ($1::uuid[]) and ($2::timestamptz is null or prepared_at <= $2)
group by relationship_id
