-- When a job was begun that did all it had to do, the last one. That there is nothing to see is worth as much as the look.
create table job_done (
  job text constraint job_done_pk primary key,
  begun_at timestamptz not null
);
