create table if not exists schema_migration (
  number integer constraint schema_migration_pkey primary key,
  name text not null,
  digest text not null,
  applied_at timestamptz not null default now()
)
