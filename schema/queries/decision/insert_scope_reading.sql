insert into scope_reading (decision_id, certificate_id, version_id, services, in_scope)
values ($1, $2, $3, $4::text[], $5)
