-- Calendars that people subscribe to. Who knows the address may read it: only a hash of it is kept.

create table calendar (
  id uuid constraint calendar_pk primary key,
  name text not null,
  hash text not null constraint calendar_hash_unique unique,
  owner text,  -- e-mail address: only what they own or stand in for; null: everything
  recorded_at timestamptz not null,
  recorded_by text not null,
  revoked_at timestamptz
);
