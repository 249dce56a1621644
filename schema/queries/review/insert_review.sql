insert into review (id, title, on_day, known_at, prepared_at, prepared_by, signed_by, suppliers, policy_version,
                    reference_version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
