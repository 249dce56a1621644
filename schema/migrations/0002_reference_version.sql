-- The reference data by which the register judged, from when on. Rows are never changed or deleted.
create table reference_version (
  id bigint generated always as identity constraint reference_version_pk primary key,
  version text not null constraint reference_version_is_sha256 check (version ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  counts json not null,  -- rows by list
  files json not null    -- [{"name", "overlay", "text"}], whole, so that the data can be read again
);
create index reference_version_by_instant on reference_version (recorded_at, id);

create trigger reference_version_immutable before update or delete or truncate on reference_version
  for each statement execute function refuse_change();
