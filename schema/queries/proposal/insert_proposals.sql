insert into proposal
  (id, import_id, document_id, address, source, state, rule, draft, diff, certificate_key, certificate_id, supplier_id,
   version_id, decided_by, decided_at, reason, recorded_at)
select id, import_id, document_id, address, source, state, rule, draft, diff, certificate_key, certificate_id,
  supplier_id, version_id, decided_by, decided_at, reason, recorded_at
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::json[],
            $9::json[], $10::text[], $11::uuid[], $12::uuid[], $13::uuid[], $14::text[], $15::timestamptz[],
            $16::text[], $17::timestamptz[])
  as fresh (id, import_id, document_id, address, source, state, rule, draft, diff, certificate_key, certificate_id,
            supplier_id, version_id, decided_by, decided_at, reason, recorded_at)
on conflict (document_id, certificate_key) where state = 'pending' do nothing
