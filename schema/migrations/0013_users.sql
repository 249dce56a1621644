-- People who sign in with a name and a password.
create table user_account (
  id uuid constraint user_account_pk primary key,
  name text not null,
  name_folded text not null constraint user_account_name_unique unique,
  email text not null,
  email_folded text not null constraint user_account_email_unique unique,
  role text not null constraint user_account_role_known check (role in ('reader', 'buyer', 'reviewer', 'admin')),
  state text not null default 'active' constraint user_account_state_known check (state in ('active', 'blocked')),
  password_hash text not null,        -- argon2id
  one_time_until timestamptz,         -- null: the password is the user's own
  epoch bigint not null default 0,    -- sessions of an earlier one have ended
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  last_sign_in timestamptz
);

create function note_changed_users() returns trigger language plpgsql as $$
begin
  insert into change (noun, ids) select 'user_account', array_agg(id) from fresh having count(*) > 0;
  if found then
    notify certreg_change;
  end if;
  return null;
end $$;

create trigger user_account_inserted after insert on user_account
  referencing new table as fresh for each statement execute function note_changed_users();
create trigger user_account_updated after update on user_account
  referencing new table as fresh for each statement execute function note_changed_users();
