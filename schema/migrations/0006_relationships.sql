-- What we buy, from whom, by which policy; what was found wrong with it, and what people decided. `finding` was what
-- intake noticed; that word is now the auditor's.

alter table finding rename to observation;
alter index finding_pk rename to observation_pk;
alter index finding_by_time rename to observation_by_time;
alter index finding_gone_once rename to observation_gone_once;
alter index finding_less_once rename to observation_less_once;

create table relationship (
  id uuid constraint relationship_pk primary key,
  recorded_at timestamptz not null default now()
);

create table relationship_version (
  relationship_id uuid not null constraint relationship_version_relationship_fk references relationship,
  version integer not null constraint relationship_version_positive check (version > 0),
  supplier_id uuid constraint relationship_version_supplier_fk references supplier,
  provider_id uuid constraint relationship_version_provider_fk references supplier,
  retired boolean not null default false,
  body json not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint relationship_version_pk primary key (relationship_id, version)
);

-- Our own key for it, folded; no two that are not retired share one.
create table relationship_key (
  key text constraint relationship_key_pk primary key,
  relationship_id uuid not null constraint relationship_key_relationship_fk references relationship
);
create index relationship_key_by_relationship on relationship_key (relationship_id);

create table assurance (
  id uuid constraint assurance_pk primary key,
  recorded_at timestamptz not null default now()
);

create table assurance_version (
  assurance_id uuid not null constraint assurance_version_assurance_fk references assurance,
  version integer not null constraint assurance_version_positive check (version > 0),
  supplier_id uuid not null constraint assurance_version_supplier_fk references supplier,
  document_id text constraint assurance_version_document_fk references document,
  retired boolean not null default false,
  body json not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint assurance_version_pk primary key (assurance_id, version)
);
create index assurance_version_by_supplier on assurance_version (supplier_id);

create table policy_version (
  version integer constraint policy_version_pk primary key
    constraint policy_version_positive check (version > 0),
  body json not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);

create table decision (
  id uuid constraint decision_pk primary key,
  relationship_id uuid not null constraint decision_relationship_fk references relationship,
  finding_key text not null,
  kind text not null,
  version_read uuid constraint decision_version_fk references certificate_version,
  attachment text constraint decision_document_fk references document,
  body json not null,
  decided_at timestamptz not null,
  decided_by text not null
);
create index decision_by_relationship on decision (relationship_id, decided_at, id);

-- What a person found by reading a scope, with the version that was read: it speaks for that scope text alone.
create table scope_reading (
  decision_id uuid constraint scope_reading_pk primary key
    constraint scope_reading_decision_fk references decision,
  certificate_id uuid not null constraint scope_reading_certificate_fk references certificate,
  version_id uuid not null constraint scope_reading_version_fk references certificate_version,
  services text[] not null,
  in_scope boolean not null
);
create index scope_reading_by_certificate on scope_reading (certificate_id);

-- One of a relationship's findings, for good; its life is in finding_event.
create table finding (
  id uuid constraint finding_pk primary key,
  relationship_id uuid not null constraint finding_relationship_fk references relationship,
  key text not null,
  rule text not null,
  opened_on date not null,
  constraint finding_once unique (relationship_id, key)
);

create table finding_event (
  id bigint generated always as identity constraint finding_event_pk primary key,
  finding_id uuid not null constraint finding_event_finding_fk references finding,
  state text not null constraint finding_event_state_known
    check (state in ('open', 'accepted', 'not_applicable', 'compensated', 'cured')),
  severity text not null constraint finding_event_severity_known
    check (severity in ('low', 'medium', 'high', 'critical')),
  on_day date not null,
  cause text not null,
  body json not null,  -- the finding as it was then
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index finding_event_by_finding on finding_event (finding_id, id);

-- The state that each finding is in now, kept by the trigger below.
create table finding_state (
  finding_id uuid constraint finding_state_pk primary key
    constraint finding_state_finding_fk references finding,
  event_id bigint not null constraint finding_state_event_fk references finding_event,
  state text not null,
  open_since date not null,  -- opened, or opened again, last
  rank integer not null      -- of its severity
);
create index finding_state_open on finding_state (rank desc, finding_id) where state <> 'cured';

create function keep_finding_state() returns trigger language plpgsql as $$
begin
  insert into finding_state (finding_id, event_id, state, open_since, rank)
    values (new.finding_id, new.id, new.state, new.on_day,
            array_position(array['low', 'medium', 'high', 'critical'], new.severity))
    on conflict (finding_id) do update
      set event_id = excluded.event_id, state = excluded.state, rank = excluded.rank,
          open_since = case when finding_state.state <> 'open' and excluded.state = 'open'
                       then excluded.open_since else finding_state.open_since end;
  return null;
end $$;
create trigger finding_state_kept after insert on finding_event for each row execute function keep_finding_state();

-- Work that one instance does at a time.
create table job_lease (
  job text constraint job_lease_pk primary key,
  holder text not null,
  until timestamptz not null
);

create function note_read_scopes() returns trigger language plpgsql as $$
begin
  insert into change (noun, id) select distinct 'certificate', certificate_id::text from fresh;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;
create trigger scope_reading_noted after insert on scope_reading
  referencing new table as fresh for each statement execute function note_read_scopes();

create trigger relationship_version_immutable before update or delete or truncate on relationship_version
  for each statement execute function refuse_change();
create trigger assurance_version_immutable before update or delete or truncate on assurance_version
  for each statement execute function refuse_change();
create trigger policy_version_immutable before update or delete or truncate on policy_version
  for each statement execute function refuse_change();
create trigger decision_immutable before update or delete or truncate on decision
  for each statement execute function refuse_change();
create trigger scope_reading_immutable before update or delete or truncate on scope_reading
  for each statement execute function refuse_change();
create trigger finding_immutable before update or delete or truncate on finding
  for each statement execute function refuse_change();
create trigger finding_event_immutable before update or delete or truncate on finding_event
  for each statement execute function refuse_change();
