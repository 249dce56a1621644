-- What came of each attempt to fetch, and when sources are due.

alter table fetch_attempt drop constraint fetch_attempt_outcome_known;
alter table fetch_attempt add constraint fetch_attempt_outcome_known
  check (outcome in ('fetched', 'not_modified', 'not_found', 'refused', 'failed', 'blocked'));

-- What the answer came to, once it was read and held against what stood there before; null in rows older than this.
alter table fetch_attempt add column result text constraint fetch_attempt_result_known
  check (result in ('new', 'changed', 'unchanged', 'gone', 'refused', 'failed', 'blocked', 'moved_away', 'other_kind',
                    'unreadable', 'part_missing', 'emptied', 'sign_in', 'cookie_wall', 'challenge', 'error_page',
                    'script_only'));
alter table fetch_attempt add column final_address text;
alter table fetch_attempt add column tries integer not null default 1
  constraint fetch_attempt_tries_positive check (tries > 0);
alter table fetch_attempt add column import_id uuid constraint fetch_attempt_import_fk references import_run;
create index fetch_attempt_last_of_address on fetch_attempt (address, fetched_at, id);

-- One row a source that is fetched on a schedule or was fetched by hand. The lease keeps two instances from fetching the
-- same source at once; it runs out by itself when an instance dies.
create table source_schedule (
  source text constraint source_schedule_pk primary key,
  due_at timestamptz,           -- null: only when somebody asks
  leased_by text,
  leased_until timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  failures integer not null default 0 constraint source_schedule_failures_not_negative check (failures >= 0),
  import_id uuid constraint source_schedule_import_fk references import_run,  -- the last run
  constraint source_schedule_lease_whole check ((leased_by is null) = (leased_until is null))
);
create index source_schedule_by_due on source_schedule (due_at);

-- False: what stood there was seen and not read (damaged, a sign-in form), so that it says nothing about what stood there
-- before.
alter table document_seen add column read boolean not null default true;
