-- What comes in by the hundred thousand costs less: the rows of a register.

-- Quotes that all stand at one place (a row of a table, a person's entry): the place once, and their words. Null:
-- they are in field_evidence.
alter table certificate_version add column quotes json;

-- Most versions correct none, and need no entry for it.
alter table certificate_version drop constraint certificate_version_replaced_once;
create unique index certificate_version_replaced_once on certificate_version (replaces) where replaces is not null;

-- A row for each statement that changed something, not for each record.
alter table change alter column id drop not null;
alter table change add column ids uuid[];
alter table change add constraint change_names_records check ((id is null) <> (ids is null));

create or replace function note_changed_suppliers() returns trigger language plpgsql as $$
begin
  insert into change (noun, ids) select 'supplier', array_agg(distinct supplier_id) from fresh having count(*) > 0;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create or replace function note_changed_certificates() returns trigger language plpgsql as $$
begin
  insert into change (noun, ids) select 'certificate', array_agg(distinct certificate_id) from fresh having count(*) > 0;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create or replace function note_confirmed_certificates() returns trigger language plpgsql as $$
begin
  insert into change (noun, ids)
    select 'certificate', array_agg(distinct v.certificate_id)
    from fresh join certificate_version v on v.id = fresh.version_id
    having count(*) > 0;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

-- The bytes of a long document, piece by piece from 0: no transaction is as long as the document. They are there
-- before their document is, so that an import that was cut goes on with them.
create table document_piece (
  document_id text not null,
  ordinal integer not null,
  bytes bytea not null,
  constraint document_piece_pk primary key (document_id, ordinal)
);
alter table document add column pieces integer;  -- null: its bytes, if any, stand in `bytes`

create trigger document_piece_immutable before update or truncate on document_piece
  for each statement execute function refuse_change();

-- How far an import of a table came, written with its rows: the same import again goes on there.
alter table import_run add column document_id text;
alter table import_run add column way text;  -- a digest of how the table is read
alter table import_run add column settled_rows bigint not null default 0;
create index import_run_by_document on import_run (document_id, started_at) where document_id is not null;

-- Long texts are compressed in a fraction of the time, where the server can.
do $$
begin
  alter table certificate_version alter column body set compression lz4;
  alter table certificate_version alter column quotes set compression lz4;
  alter table document alter column bytes set compression lz4;
  alter table document_piece alter column bytes set compression lz4;
exception when feature_not_supported then
  null;
end $$;
