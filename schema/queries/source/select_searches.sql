-- What came of looking at each page of the sources, up to an instant. Files that were imported have no attempt; a
-- document that was fetched has both, and the attempt says more.
with look as (
  select source, address, fetched_at as at, result, result in ('new', 'changed', 'unchanged') as read
  from fetch_attempt
  where source = any($1) and result is not null and fetched_at <= $2::timestamptz
  union all
  select source, address, seen_at, case when read then 'unchanged' else 'unreadable' end, read
  from document_seen
  where source = any($1) and address like 'file:%' and seen_at <= $2::timestamptz
), page as (
  select source, address, max(at) filter (where read) as read_at
  from look
  group by source, address
)
select page.source, page.address, rfc3339(page.read_at) as read_at, rfc3339(min(look.at)) as not_read_since,
  (array_agg(look.result order by look.at desc))[1] as why
from page
  left join look on look.source = page.source and look.address = page.address
    and (page.read_at is null or look.at > page.read_at) and not look.read
group by page.source, page.address, page.read_at
order by page.source, page.address
