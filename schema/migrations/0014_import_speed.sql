-- What the rows of imports refer to is looked up once a statement. A foreign key looks up row by row, and locks what it
-- finds, which costs a write each: half of what a COPY took. Nothing that is referred to here is ever deleted, so that
-- looking when a row comes is enough. What is missing is refused as a foreign key refuses it, under the old names.

create trigger supplier_immutable before update or delete or truncate on supplier
  for each statement execute function refuse_change();
create trigger certificate_immutable before update or delete or truncate on certificate
  for each statement execute function refuse_change();

create function refuse_unknown(missing text, in_table text, refused_by text) returns void language plpgsql as $$
begin
  raise foreign_key_violation using message = format('%s is not known', missing), table = in_table,
    constraint = refused_by;
end $$;

-- Plans are kept, and one that was made for an empty register would read a full one from end to end each time.
create function require_known_suppliers() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  missing uuid;
begin
  select fresh.supplier_id into missing
    from fresh
    where (select true from supplier where supplier.id = fresh.supplier_id) is null
    limit 1;
  if found then
    perform refuse_unknown(format('supplier %s', missing), tg_table_name, tg_argv[0]);
  end if;
  return null;
end $$;

create function require_known_certificates() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  missing uuid;
begin
  select fresh.certificate_id into missing
    from fresh
    where (select true from certificate where certificate.id = fresh.certificate_id) is null
    limit 1;
  if found then
    perform refuse_unknown(format('certificate %s', missing), tg_table_name, tg_argv[0]);
  end if;
  return null;
end $$;

create function require_known_replaced() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  missing uuid;
begin
  select fresh.replaces into missing
    from fresh
    where fresh.replaces is not null
      and (select true from certificate_version where certificate_version.id = fresh.replaces) is null
    limit 1;
  if found then
    perform refuse_unknown(format('version %s', missing), tg_table_name, tg_argv[0]);
  end if;
  return null;
end $$;

create function require_known_documents() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  missing text;
begin
  select asked.document_id into missing
    from (select distinct document_id from fresh where document_id is not null) as asked
    where (select true from document where document.id = asked.document_id) is null
    limit 1;
  if found then
    perform refuse_unknown(format('document %s', missing), tg_table_name, tg_argv[0]);
  end if;
  return null;
end $$;

create function require_known_versions() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  missing uuid;
begin
  select fresh.version_id into missing
    from fresh
    where (select true from certificate_version where certificate_version.id = fresh.version_id) is null
    limit 1;
  if found then
    perform refuse_unknown(format('version %s', missing), tg_table_name, tg_argv[0]);
  end if;
  return null;
end $$;

alter table supplier_version drop constraint supplier_version_supplier_fk;
create trigger supplier_version_supplier_known after insert on supplier_version referencing new table as fresh
  for each statement execute function require_known_suppliers('supplier_version_supplier_fk');

alter table supplier_key drop constraint supplier_key_supplier_fk;
create trigger supplier_key_supplier_known after insert on supplier_key referencing new table as fresh
  for each statement execute function require_known_suppliers('supplier_key_supplier_fk');
create trigger supplier_key_immutable before update or truncate on supplier_key
  for each statement execute function refuse_change();

alter table certificate_version
  drop constraint certificate_version_certificate_fk,
  drop constraint certificate_version_supplier_fk,
  drop constraint certificate_version_replaces_fk,
  drop constraint certificate_version_document_fk;
create trigger certificate_version_certificate_known after insert on certificate_version referencing new table as fresh
  for each statement execute function require_known_certificates('certificate_version_certificate_fk');
create trigger certificate_version_supplier_known after insert on certificate_version referencing new table as fresh
  for each statement execute function require_known_suppliers('certificate_version_supplier_fk');
create trigger certificate_version_replaces_known after insert on certificate_version referencing new table as fresh
  for each statement execute function require_known_replaced('certificate_version_replaces_fk');
create trigger certificate_version_document_known after insert on certificate_version referencing new table as fresh
  for each statement execute function require_known_documents('certificate_version_document_fk');

alter table confirmation drop constraint confirmation_version_fk;
create trigger confirmation_version_known after insert on confirmation referencing new table as fresh
  for each statement execute function require_known_versions('confirmation_version_fk');

-- Keys are compared and never shown in an order: by their bytes, not by the rules of a language.
alter table supplier_key alter column key type text collate "C";
alter table certificate alter column key type text collate "C";

-- Ids hardly get smaller by it.
alter table change alter column ids set storage external;
