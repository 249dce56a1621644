-- What changed, in words for a buyer: the feed of /v1/changes.
create table register_change (
  -- In the order of commit: see register_change_in_order.
  id bigint generated always as identity constraint register_change_pk primary key,
  at timestamptz not null,
  kind text not null constraint register_change_kind_stated check (kind <> ''),
  adverse boolean not null,
  sentence text not null,
  field text,
  before text,
  after text,
  source text,
  -- No foreign keys: rows are written with what they speak of, in one transaction, and a check a row costs an import dear.
  supplier_id uuid,
  certificate_id uuid,
  version_id uuid,
  document_id text,
  address text
);
-- Rows come by time, so that a summary of each range of blocks is enough, and costs an import next to nothing.
create index register_change_by_time on register_change using brin (at) with (pages_per_range = 16, autosummarize = on);
create index register_change_by_supplier on register_change (supplier_id, id);
create index register_change_by_certificate on register_change (certificate_id, id);
create index register_change_by_source on register_change (source, id) where source is not null;
create index register_change_adverse on register_change (id) where adverse;

create trigger register_change_immutable before update or delete or truncate on register_change
  for each statement execute function refuse_change();

-- Whoever writes holds the intake's lock (queries/intake/lock_intake.sql) until the end of the transaction, so that
-- numbers become visible in their order: a reader that has seen a number has seen, or can see, all smaller ones.
create function order_register_changes() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7235420);
  return null;
end $$;
create trigger register_change_in_order before insert on register_change
  for each statement execute function order_register_changes();

-- For "does the same difference wait already?"
create index proposal_waiting on proposal (certificate_key) where state = 'pending';
