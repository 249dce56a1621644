insert into observation (id, kind, supplier_id, certificate_id, document_id, address, detail, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict do nothing
returning id
