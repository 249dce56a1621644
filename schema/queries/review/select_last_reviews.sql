-- A review of a day to come was carried out on the day on which it was prepared.
select relationship_id, max(least(on_day, (prepared_at at time zone 'UTC')::date)) as on_day, rfc3339(max(prepared_at)) as prepared_at
from review_relationship
join review on review.id = review_relationship.review_id
where relationship_id = any ($1::uuid[]) and ($2::timestamptz is null or prepared_at <= $2)
group by relationship_id
