-- The read models hold which pages of a source were searched, for answers that found nothing. A source has a name and no
-- UUID.

alter table change alter column id type text;

create function note_searched_sources() returns trigger language plpgsql as $$
begin
  insert into change (noun, id) select distinct 'source', source from fresh where source is not null;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create trigger fetch_attempt_noted after insert on fetch_attempt
  referencing new table as fresh for each statement execute function note_searched_sources();
create trigger document_seen_noted after insert on document_seen
  referencing new table as fresh for each statement execute function note_searched_sources();

create index document_seen_by_source on document_seen (source, seen_at);
