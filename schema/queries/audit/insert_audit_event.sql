insert into audit_event (at, actor, action, noun, noun_id, detail)
values (coalesce($1, now()), $2, $3, $4, $5, $6)
