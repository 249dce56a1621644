-- The register. Rows of versions, quotes, confirmations, checks, sightings, fetches and audit events are never changed
-- or deleted; of a document only the bytes may go.

-- As the program reads it: RFC 3339 in UTC, to the microsecond.
create function rfc3339(instant timestamptz) returns text language sql stable parallel safe
  return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create table supplier (
  id uuid constraint supplier_pk primary key,
  recorded_at timestamptz not null default now()
);

create table supplier_version (
  supplier_id uuid not null constraint supplier_version_supplier_fk references supplier,
  version integer not null constraint supplier_version_positive check (version > 0),
  name text not null constraint supplier_version_name_length check (char_length(name) between 1 and 300),
  country text constraint supplier_version_country_form check (country ~ '^[A-Z]{2}$'),
  lei text constraint supplier_version_lei_form check (lei ~ '^[A-Z0-9]{18}[0-9]{2}$'),
  retired boolean not null default false,
  body json not null,  -- the whole record, as the codec writes it; json, since it is only ever read whole
  recorded_at timestamptz not null,
  recorded_by text not null,
  reason text,
  constraint supplier_version_pk primary key (supplier_id, version)
);

-- What a supplier is recognised by: "lei:...", "vat:...", "registration:DE:...", "name:..." (normalised).
create table supplier_key (
  key text not null,
  supplier_id uuid not null constraint supplier_key_supplier_fk references supplier,
  constraint supplier_key_pk primary key (key, supplier_id)
);
create index supplier_key_by_supplier on supplier_key (supplier_id);

create table document (
  id text constraint document_pk primary key
    constraint document_id_is_sha256 check (id ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size bigint not null constraint document_size_not_negative check (size >= 0),
  bytes bytea,  -- null once erased; the hash stays
  access text not null default 'public' constraint document_access_known check (access in ('public', 'agreement')),
  recorded_at timestamptz not null default now()
);

create table fetch_attempt (
  id uuid constraint fetch_attempt_pk primary key,
  source text,
  address text not null,
  fetched_at timestamptz not null,
  outcome text not null constraint fetch_attempt_outcome_known
    check (outcome in ('fetched', 'not_modified', 'not_found', 'refused', 'failed')),
  http_status integer,
  document_id text constraint fetch_attempt_document_fk references document,
  etag text,
  last_modified text,
  detail text
);
create index fetch_attempt_by_source on fetch_attempt (source, fetched_at, id);
create index fetch_attempt_by_address on fetch_attempt (address, fetched_at, id) where document_id is not null;

create table document_seen (
  document_id text not null constraint document_seen_document_fk references document,
  address text not null,
  name text,
  seen_at timestamptz not null,
  source text
);
create index document_seen_by_document on document_seen (document_id);
create index document_seen_by_address on document_seen (address, seen_at);

-- Identity of a certificate: issuing legal unit + normalised number + standard; of a claim: claimant, supplier,
-- standard and where it stands.
create table certificate (
  id uuid constraint certificate_pk primary key,
  key text not null constraint certificate_key_unique unique,
  recorded_at timestamptz not null default now()
);

create table certificate_version (
  id uuid constraint certificate_version_pk primary key,
  certificate_id uuid not null constraint certificate_version_certificate_fk references certificate,
  supplier_id uuid not null constraint certificate_version_supplier_fk references supplier,
  replaces uuid constraint certificate_version_replaces_fk references certificate_version
    constraint certificate_version_replaced_once unique,  -- the version that this one corrects; null: a new issue
  standard text not null,
  edition text,
  number text constraint certificate_version_number_length check (char_length(number) <= 100),
  issuer text,
  issued date,
  expires date,  -- may lie before `issued`: dates that contradict each other are kept as printed
  evidence text not null constraint certificate_version_evidence_known
    check (evidence in ('claimed', 'documented', 'signed', 'registered')),
  retired boolean not null default false,
  document_id text constraint certificate_version_document_fk references document,
  body json not null,  -- the whole record without its quotes, as the codec writes it
  recorded_at timestamptz not null,
  recorded_by text not null,
  reason text
);
create index certificate_version_by_certificate on certificate_version (certificate_id, recorded_at);
create index certificate_version_by_supplier on certificate_version (supplier_id);
create index certificate_version_by_document on certificate_version (document_id);

-- Written with its version, in one transaction. No foreign key: a check a row would double the time of an import.
create table field_evidence (
  version_id uuid not null,
  ordinal integer not null,
  field text not null,
  quote text not null,
  document_id text,
  address text,
  page integer not null,
  box double precision[] constraint field_evidence_box_has_four check (array_length(box, 1) = 4),
  method text not null,
  confidence double precision not null constraint field_evidence_confidence_range check (confidence between 0 and 1),
  constraint field_evidence_pk primary key (version_id, ordinal)
);

-- The same was seen again.
create table confirmation (
  version_id uuid not null constraint confirmation_version_fk references certificate_version,
  seen_on date not null,
  seen_at timestamptz not null,
  document_id text,
  constraint confirmation_once_a_day unique nulls not distinct (version_id, seen_on, document_id)
);
create index confirmation_by_document on confirmation (document_id);

create table register_check (
  id uuid constraint register_check_pk primary key,
  certificate_id uuid not null constraint register_check_certificate_fk references certificate,
  result text not null constraint register_check_result_known
    check (result in ('active', 'suspended', 'withdrawn', 'expired', 'not_found', 'source_failed')),
  checked_on date not null,
  body json not null,
  recorded_at timestamptz not null
);
create index register_check_by_certificate on register_check (certificate_id);

create table import_run (
  id uuid constraint import_run_pk primary key,
  what text not null,
  source text,
  actor text not null,
  state text not null constraint import_run_state_known check (state in ('running', 'done', 'failed', 'interrupted')),
  counts json not null default '{}',
  error text,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index import_run_by_start on import_run (started_at, id);

-- One document or, of a table, one bad row.
create table import_item (
  import_id uuid not null constraint import_item_import_fk references import_run,
  ordinal bigint not null,
  name text not null,
  outcome text not null,
  document_id text,
  detail json not null,
  constraint import_item_pk primary key (import_id, ordinal)
);

create table proposal (
  id uuid constraint proposal_pk primary key,
  import_id uuid constraint proposal_import_fk references import_run,
  document_id text constraint proposal_document_fk references document,
  address text,
  source text,
  state text not null constraint proposal_state_known check (state in ('pending', 'accepted', 'rejected')),
  rule text not null,          -- the rule that accepted it, or why it waits
  draft json not null,
  diff json not null,
  certificate_key text not null,
  certificate_id uuid,
  supplier_id uuid,
  version_id uuid,             -- what it became
  decided_by text,
  decided_at timestamptz,
  reason text,
  recorded_at timestamptz not null
);
create index proposal_by_time on proposal (recorded_at, id);
create index proposal_by_state on proposal (state, recorded_at, id);
create index proposal_by_document on proposal (document_id, certificate_key);
create unique index proposal_pending_once on proposal (document_id, certificate_key) nulls not distinct
  where state = 'pending';

create table finding (
  id uuid constraint finding_pk primary key,
  kind text not null,
  supplier_id uuid,
  certificate_id uuid,
  document_id text,
  address text,
  detail text not null,
  recorded_at timestamptz not null
);
create index finding_by_time on finding (recorded_at, id);
-- The same import again finds nothing new, nor does a page that changed elsewhere and leaves out the same.
create unique index finding_gone_once on finding (certificate_id, address, document_id)
  where kind = 'no_longer_stated';
create unique index finding_less_once on finding (certificate_id, address, detail)
  where kind = 'page_says_less';

create table api_key (
  id uuid constraint api_key_pk primary key,
  name text not null,
  role text not null constraint api_key_role_known check (role in ('reader', 'buyer', 'reviewer', 'admin')),
  hash text not null constraint api_key_hash_unique unique,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  expires_at timestamptz,
  revoked_at timestamptz
);

create table audit_event (
  id bigint generated always as identity constraint audit_event_pk primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  noun text not null,
  noun_id text not null,
  detail json not null default '{}'
);
create index audit_event_by_noun on audit_event (noun, noun_id);

create table idempotency (
  actor text not null,
  key text not null,
  request_digest text not null,
  status integer,              -- null while the first request is at work
  headers json,
  body text,
  recorded_at timestamptz not null default now(),
  constraint idempotency_pk primary key (actor, key)
);

-- What the read models must load anew. Read by transaction number, not by sequence: see queries/change.
create table change (
  seq bigint generated always as identity constraint change_pk primary key,
  xid xid8 not null default pg_current_xact_id(),
  noun text not null,
  id uuid not null,
  at timestamptz not null default now()
);
create index change_by_xid on change (xid);

create function note_changed_suppliers() returns trigger language plpgsql as $$
begin
  insert into change (noun, id) select distinct 'supplier', supplier_id from fresh;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create function note_changed_certificates() returns trigger language plpgsql as $$
begin
  insert into change (noun, id) select distinct 'certificate', certificate_id from fresh;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create function note_confirmed_certificates() returns trigger language plpgsql as $$
begin
  insert into change (noun, id)
    select distinct 'certificate', v.certificate_id from fresh join certificate_version v on v.id = fresh.version_id;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create function note_changed_keys() returns trigger language plpgsql as $$
begin
  insert into change (noun, id) select distinct 'api_key', id from fresh;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create trigger supplier_version_noted after insert on supplier_version
  referencing new table as fresh for each statement execute function note_changed_suppliers();
create trigger certificate_version_noted after insert on certificate_version
  referencing new table as fresh for each statement execute function note_changed_certificates();
create trigger confirmation_noted after insert on confirmation
  referencing new table as fresh for each statement execute function note_confirmed_certificates();
create trigger register_check_noted after insert on register_check
  referencing new table as fresh for each statement execute function note_changed_certificates();
create trigger api_key_inserted after insert on api_key
  referencing new table as fresh for each statement execute function note_changed_keys();
create trigger api_key_updated after update on api_key
  referencing new table as fresh for each statement execute function note_changed_keys();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name;
end $$;

create trigger supplier_version_immutable before update or delete or truncate on supplier_version
  for each statement execute function refuse_change();
create trigger certificate_version_immutable before update or delete or truncate on certificate_version
  for each statement execute function refuse_change();
create trigger field_evidence_immutable before update or delete or truncate on field_evidence
  for each statement execute function refuse_change();
create trigger confirmation_immutable before update or delete or truncate on confirmation
  for each statement execute function refuse_change();
create trigger register_check_immutable before update or delete or truncate on register_check
  for each statement execute function refuse_change();
create trigger document_seen_immutable before update or delete or truncate on document_seen
  for each statement execute function refuse_change();
create trigger fetch_attempt_immutable before update or delete or truncate on fetch_attempt
  for each statement execute function refuse_change();
create trigger audit_event_immutable before update or delete or truncate on audit_event
  for each statement execute function refuse_change();
create trigger document_immutable before update of id, media_type, size, recorded_at or delete or truncate on document
  for each statement execute function refuse_change();
create trigger document_bytes_immutable before update of bytes on document
  for each row when (new.bytes is not null) execute function refuse_change();
