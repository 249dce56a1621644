-- Reviews that were finished: frozen, with every file as it was handed out.

create table review (
  id uuid constraint review_pk primary key,
  title text not null,
  on_day date not null,
  known_at timestamptz,
  prepared_at timestamptz not null,
  prepared_by text not null,
  signed_by text,
  suppliers integer not null,
  policy_version integer not null,
  reference_version text not null
);
create index review_by_time on review (prepared_at, id);

create table review_relationship (
  review_id uuid not null constraint review_relationship_review_fk references review,
  relationship_id uuid not null constraint review_relationship_relationship_fk references relationship,
  outcome text not null constraint review_relationship_outcome_known
    check (outcome in ('satisfied', 'undecided', 'not_satisfied')),
  constraint review_relationship_pk primary key (review_id, relationship_id)
);
create index review_relationship_by_relationship on review_relationship (relationship_id);

create table review_file (
  review_id uuid not null constraint review_file_review_fk references review,
  format text not null constraint review_file_format_known check (format in ('html', 'pdf', 'xlsx', 'csv', 'json')),
  sha256 text not null constraint review_file_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  constraint review_file_pk primary key (review_id, format)
);

create trigger review_immutable before update or delete or truncate on review
  for each statement execute function refuse_change();
create trigger review_relationship_immutable before update or delete or truncate on review_relationship
  for each statement execute function refuse_change();
create trigger review_file_immutable before update or delete or truncate on review_file
  for each statement execute function refuse_change();
