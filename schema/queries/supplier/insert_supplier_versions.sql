insert into supplier_version
  (supplier_id, version, name, country, lei, retired, body, recorded_at, recorded_by, reason)
select supplier_id, version, name, country, lei, retired, body, recorded_at, recorded_by, reason
from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::json[],
            $8::timestamptz[], $9::text[], $10::text[])
  as fresh (supplier_id, version, name, country, lei, retired, body, recorded_at, recorded_by, reason)
