-- What others are measured on: the register's rows without its history, with the indexes that look-ups and searches want.
create extension pg_trgm;

create table supplier (
  id uuid primary key,
  name text not null,
  country text,
  lei text,
  registration_number text,
  record text not null  -- as certreg answers it
);
create index supplier_by_name on supplier using gin (name gin_trgm_ops);

create table certificate (
  id uuid primary key,
  supplier_id uuid not null references supplier,
  standard text not null,
  edition text,
  number text,
  issuer text,
  issued date,
  expires date,
  record text not null
);
create index certificate_by_supplier on certificate (supplier_id, standard);
