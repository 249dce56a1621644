-- People of an identity provider who may not come in. Nothing is kept of the others but that they signed in (audit_event).
create table blocked_guest (
  subject text constraint blocked_guest_pk primary key,  -- who it is to the issuer
  name text not null,                                    -- as they were called when they signed in last
  blocked_at timestamptz not null default now(),
  blocked_by text not null
);

create function note_blocked_guests() returns trigger language plpgsql as $$
begin
  insert into change (noun, id) select 'blocked_guest', subject from fresh;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create trigger blocked_guest_inserted after insert on blocked_guest
  referencing new table as fresh for each statement execute function note_blocked_guests();
create trigger blocked_guest_deleted after delete on blocked_guest
  referencing old table as fresh for each statement execute function note_blocked_guests();

create index audit_event_guests on audit_event (noun_id, id) where noun = 'guest' and action = 'sign_in';
