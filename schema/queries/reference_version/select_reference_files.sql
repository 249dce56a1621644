select files
from reference_version
where id = $1
