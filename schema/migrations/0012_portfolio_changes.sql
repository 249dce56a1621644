-- What is bought is kept in memory too, and followed by the change table: a relationship by whatever is part of its
-- record, assurances by their supplier, the policy as a whole.

create function note_changed_relationships() returns trigger language plpgsql as $$
begin
  insert into change (noun, ids) select 'relationship', array_agg(distinct relationship_id) from fresh having count(*) > 0;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create function note_changed_assurances() returns trigger language plpgsql as $$
begin
  insert into change (noun, ids) select 'supplier_assurances', array_agg(distinct supplier_id) from fresh having count(*) > 0;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create function note_changed_policy() returns trigger language plpgsql as $$
begin
  insert into change (noun, id) select 'policy', version::text from fresh;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create trigger relationship_version_noted after insert on relationship_version
  referencing new table as fresh for each statement execute function note_changed_relationships();
create trigger decision_noted after insert on decision
  referencing new table as fresh for each statement execute function note_changed_relationships();
create trigger review_relationship_noted after insert on review_relationship
  referencing new table as fresh for each statement execute function note_changed_relationships();
create trigger assurance_version_noted after insert on assurance_version
  referencing new table as fresh for each statement execute function note_changed_assurances();
create trigger policy_version_noted after insert on policy_version
  referencing new table as fresh for each statement execute function note_changed_policy();
