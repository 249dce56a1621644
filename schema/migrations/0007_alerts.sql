-- Alerts: what somebody was told, once each, and the outbox.

create table mail_message (
  id uuid constraint mail_message_pk primary key,
  recipient text not null,
  recipient_name text not null,
  kind text not null constraint mail_message_kind_known check (kind in ('digest', 'urgent')),
  subject text not null,
  text text not null,
  html text not null,
  headers json not null,
  queued_at timestamptz not null
);
create index mail_message_by_time on mail_message (queued_at, id);
create index mail_message_by_recipient on mail_message (recipient, queued_at);

-- Where a message stands; the only row of it that changes.
create table mail_state (
  message_id uuid constraint mail_state_pk primary key
    constraint mail_state_message_fk references mail_message,
  state text not null constraint mail_state_known check (state in ('queued', 'sent', 'refused', 'given_up')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null
);
create index mail_state_waiting on mail_state (next_attempt_at) where state = 'queued';

create table mail_attempt (
  message_id uuid not null constraint mail_attempt_message_fk references mail_message,
  attempted_at timestamptz not null,
  outcome text not null constraint mail_attempt_outcome_known check (outcome in ('accepted', 'deferred', 'refused')),
  code integer not null,
  reply text not null
);
create index mail_attempt_by_message on mail_attempt (message_id, attempted_at);

-- One rung of the ladder of one matter of one relationship, for one recipient: told once, whatever happens.
create table alert (
  relationship_id uuid not null constraint alert_relationship_fk references relationship,
  matter text not null,
  rung text not null,
  recipient text not null,
  finding_id uuid not null constraint alert_finding_fk references finding,
  due_on date not null,
  recorded_at timestamptz not null,
  message_id uuid constraint alert_message_fk references mail_message,
  settled_at timestamptz,  -- nobody needed to be told any more
  constraint alert_pk primary key (relationship_id, matter, rung, recipient)
);
create index alert_waiting on alert (recipient) where message_id is null and settled_at is null;
create index alert_by_message on alert (message_id);

-- How somebody wants to be told. Who has no row gets one message a day.
create table mail_preference (
  recipient text constraint mail_preference_pk primary key,
  digest text not null constraint mail_preference_digest_known check (digest in ('daily', 'weekly', 'off')),
  weekday integer not null constraint mail_preference_weekday_range check (weekday between 1 and 7),  -- ISO 8601
  hour integer not null constraint mail_preference_hour_range check (hour between 0 and 23),
  time_zone text not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);

create trigger mail_message_immutable before update or delete or truncate on mail_message
  for each statement execute function refuse_change();
create trigger mail_attempt_immutable before update or delete or truncate on mail_attempt
  for each statement execute function refuse_change();
