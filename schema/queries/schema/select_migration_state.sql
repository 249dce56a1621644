-- $1 number, $2 text of the migration
select digest = md5($2) as is_unchanged
from schema_migration
where number = $1
