select source from fetch_attempt where source is not null
union
select source from document_seen where source is not null
