insert into reference_version (version, recorded_at, counts, files)
select $1::text, $2::timestamptz, $3::json, $4::json
where $1::text is distinct from (select version from reference_version order by id desc limit 1)
