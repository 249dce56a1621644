-- PostGraphile itself filters by equality; a search is a function that whoever runs it adds.
create function search_suppliers(text text) returns setof supplier language sql stable begin atomic
  select * from supplier where name ilike '%' || search_suppliers.text || '%';
end
