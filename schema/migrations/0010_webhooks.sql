-- Webhooks: endpoints that are told of events by HTTP, what they were told, and how far events were read.

create table webhook (
  id uuid constraint webhook_pk primary key,
  address text not null,
  description text not null,
  events text[] not null,  -- types; empty: all
  secret text not null,    -- as it is: who signs needs it
  earlier_secret text,     -- signs beside it until earlier_secret_until
  earlier_secret_until timestamptz,
  recorded_at timestamptz not null,
  recorded_by text not null,
  failures integer not null default 0,  -- in a row
  failing_since timestamptz,
  resumes_at timestamptz,  -- nothing is sent before
  disabled_at timestamptz,
  disabled_why text,
  removed_at timestamptz,
  constraint webhook_earlier_secret_ends check ((earlier_secret is null) = (earlier_secret_until is null)),
  constraint webhook_disabled_why check ((disabled_at is null) = (disabled_why is null))
);

create table webhook_event (
  id uuid constraint webhook_event_pk primary key,
  type text not null constraint webhook_event_type_stated check (type <> ''),
  payload text not null,  -- the bytes that are signed and sent
  occurred_at timestamptz not null,
  recorded_at timestamptz not null
);

create table webhook_delivery (
  webhook_id uuid not null constraint webhook_delivery_webhook_fk references webhook,
  event_id uuid not null constraint webhook_delivery_event_fk references webhook_event,
  state text not null
    constraint webhook_delivery_state_known check (state in ('queued', 'delivered', 'given_up', 'dropped')),
  attempts integer not null default 0,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  constraint webhook_delivery_pk primary key (webhook_id, event_id)
);
create index webhook_delivery_waiting on webhook_delivery (next_attempt_at) where state = 'queued';

create table webhook_attempt (
  webhook_id uuid not null,
  event_id uuid not null,
  attempted_at timestamptz not null,
  status integer,  -- of the answer; null when there was none
  detail text not null,
  constraint webhook_attempt_delivery_fk foreign key (webhook_id, event_id) references webhook_delivery
);
create index webhook_attempt_by_delivery on webhook_attempt (webhook_id, event_id, attempted_at);

-- Up to which number each stream was made into events: one row, whose lock makes instances take turns. All three streams
-- number their rows in the order of commit: see lock_findings and order_register_changes.
alter table decision add column number bigint generated always as identity
  constraint decision_number_unique unique;
create table webhook_position (
  only_one boolean constraint webhook_position_pk primary key default true
    constraint webhook_position_only_one check (only_one),
  finding_event bigint not null,
  decision bigint not null,
  register_change bigint not null
);
insert into webhook_position (finding_event, decision, register_change)
select (select coalesce(max(id), 0) from finding_event),
       (select coalesce(max(number), 0) from decision),
       (select coalesce(max(id), 0) from register_change);

-- Whose certificates we rely on.
create index relationship_version_by_supplier on relationship_version (supplier_id);
create index relationship_version_by_provider on relationship_version (provider_id);

create trigger webhook_event_immutable before update or delete or truncate on webhook_event
  for each statement execute function refuse_change();
create trigger webhook_attempt_immutable before update or delete or truncate on webhook_attempt
  for each statement execute function refuse_change();
