select number, name
from schema_migration
order by number desc
limit 1
